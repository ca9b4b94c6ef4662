package poca.records.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.platform.web.Refusal;
import poca.records.careteam.RecordAccess;
import poca.records.document.DocumentContents;
import poca.records.document.Documents;
import poca.records.document.DownloadLinks;
import poca.records.document.FileDoc;
import poca.records.export.ExportStore.CaseHistoryVersion;
import poca.records.export.ExportStore.Place;
import poca.records.export.ExportZip.Items;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts together what a caller may read of a patient (contract 4.16): what others have is asked of
/// them in the caller's name, what is here comes from our own tables.
@Service
class Exports {

  private static final String DIRECTORY = "directory-service";
  private static final String CHAT = "chat-service";
  private static final String AI = "ai-service";

  private final RecordAccess access;
  private final OneAtATime oneAtATime;
  private final Elsewhere elsewhere;
  private final ExportStore store;
  private final Documents documents;
  private final DocumentContents contents;
  private final DownloadLinks links;
  private final Audit audit;
  private final JsonMapper json;
  private final Clock clock;

  Exports(
      RecordAccess access,
      OneAtATime oneAtATime,
      Elsewhere elsewhere,
      ExportStore store,
      Documents documents,
      DocumentContents contents,
      DownloadLinks links,
      Audit audit,
      JsonMapper json,
      Clock clock) {
    this.access = access;
    this.oneAtATime = oneAtATime;
    this.elsewhere = elsewhere;
    this.store = store;
    this.documents = documents;
    this.contents = contents;
    this.links = links;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /// Says that the caller might have one.
  ///
  /// @throws Refusal 404, 403
  void look(Caller caller, PatientId patient) {
    var basis = access.require(caller, patient);
    audit.granted(caller, AuditedAction.read("export", patient.value()).of(patient), basis);
  }

  /// Asks everybody who has a part, so that nothing is begun which cannot be gone on with now.
  ///
  /// @throws Refusal 404, 403, 429 while another export of the account runs, 503 if somebody does
  ///   not answer
  Export begin(Caller caller, PatientId patient) {
    look(caller, patient);
    var turn = oneAtATime.take(caller.user());
    try {
      return new Export(caller, patient, turn);
    } catch (RuntimeException e) {
      turn.close();
      throw e;
    }
  }

  /// @param relation null if the account only owns the patient
  private record Relation(UUID userId, UUID patientId, @Nullable String relation) {}

  /// An export that can be written, once. Closing it lets the account have another.
  final class Export implements AutoCloseable {
    private final PatientId patient;
    private final String token;
    private final OneAtATime.Turn turn;
    private final Instant at = clock.instant();
    private final JsonNode profile;
    private final @Nullable UUID account;
    private final Elsewhere.@Nullable Listing relations;
    private final Elsewhere.Listing appointments;
    private final Elsewhere.Listing chats;
    private final Elsewhere.Listing sessions;
    private final Elsewhere.Listing accessLog;

    private Export(Caller caller, PatientId patient, OneAtATime.Turn turn) {
      this.patient = patient;
      this.token = caller.token();
      this.turn = turn;
      this.profile = elsewhere.object(token, DIRECTORY, "/patients/{id}", patient);
      var owner = profile.path("user_id");
      this.account =
          caller.is(Role.PATIENT)
              ? caller.user().value()
              : owner.isString() ? UUID.fromString(owner.asString()) : null;
      this.relations =
          account == null ? null : list(DIRECTORY, "patients", "/patients/user/{id}", account);
      this.appointments =
          list("appointment-service", "appointments", "/appointments/patient/{id}", patient);
      this.chats = list(CHAT, "chats", "/chats/patient/{id}", patient);
      this.sessions = list(AI, "sessions", "/ai/sessions?patient_id={id}", patient);
      this.accessLog = list(DIRECTORY, "entries", "/patients/{id}/access-log?to={to}", patient, at);
    }

    private Elsewhere.Listing list(String service, String field, String path, Object... ids) {
      return elsewhere.list(token, service, field, path, ids);
    }

    /// @throws Refusal if somebody does not answer any more: what was written is not whole
    void writeTo(OutputStream out) throws IOException {
      var zip = new ExportZip(out, json, turn::goesOn);
      zip.object("profile.json", profile);
      zip.list("relations.json", this::writeRelations);
      zip.list(
          "doctors.json",
          items -> elsewhere.array(token, DIRECTORY, "/patients/{id}/doctors", items, patient));
      zip.list(
          "hospitals.json",
          items -> elsewhere.array(token, DIRECTORY, "/patients/{id}/hospitals", items, patient));
      zip.list("appointments.json", appointments::into);
      writeTalks(zip, "chats", chats, CHAT, "/chats/{id}/messages");
      writeTalks(zip, "ai_sessions", sessions, AI, "/ai/sessions/{id}/messages");
      zip.list(
          "case_histories.json",
          items ->
              Exports.<CaseHistoryVersion>each(last -> store.caseHistories(patient, last), items));
      zip.list(
          "reports.json",
          items -> Exports.<ExportStore.Report>each(last -> store.reports(patient, last), items));
      zip.list(
          "attachments.json",
          items -> Exports.<Place>each(last -> store.places(patient, last), items));
      writeDocuments(zip);
      zip.list("access_log.json", accessLog::into);
      zip.finish(Map.of("patient_id", patient, "at", at));
    }

    /// To this patient; of the patient's own account all, which are its relations to others.
    private void writeRelations(Items<Object> items) throws IOException {
      if (relations != null && account != null) {
        relations.into(item -> {
          var related = UUID.fromString(item.path("id").asString());
          if (related.equals(patient.value()) || account.equals(patient.value())) {
            var relation = item.path("relation");
            items.add(
                new Relation(account, related, relation.isString() ? relation.asString() : null));
          }
        });
      }
    }

    /// A list of conversations, and behind it what was said in each.
    private void writeTalks(
        ExportZip zip, String name, Elsewhere.Listing talks, String service, String path)
        throws IOException {
      var ids = new ArrayList<String>();
      zip.list(
          name + ".json",
          items ->
              talks.into(talk -> {
                items.add(talk);
                ids.add(talk.path("id").asString());
              }));
      for (var id : ids) {
        zip.list(
            name + "/" + id + ".json", items -> list(service, "messages", path, id).into(items));
      }
    }

    private void writeDocuments(ExportZip zip) throws IOException {
      var written = new ArrayList<DocumentId>();
      zip.list(
          "documents.json",
          items ->
              each(
                  last -> store.documents(patient, last),
                  (DocumentId id) -> {
                    var document = documents.find(id);
                    if (document.isPresent()) {
                      items.add(FileDoc.of(document.get(), links));
                      written.add(id);
                    }
                  }));
      for (var id : written) {
        var document = documents.find(id).orElseThrow(() -> Refusal.notFound("Document"));
        try (InputStream bytes = contents.read(document, 0, document.size())) {
          zip.file("files/" + id + "/" + document.fileName(), bytes);
        }
      }
    }

    @Override
    public void close() {
      turn.close();
    }
  }

  /// Reads rows, some at a time, until there are no more.
  ///
  /// @param next what follows the last one; null to begin
  private static <T> void each(Next<T> next, Items<? super T> items) throws IOException {
    T last = null;
    for (var some = next.after(null); !some.isEmpty(); some = next.after(last)) {
      for (var one : some) {
        items.add(one);
        last = one;
      }
    }
  }

  @FunctionalInterface
  private interface Next<T> {
    List<T> after(@Nullable T last);
  }
}
