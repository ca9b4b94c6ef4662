package poca.chat.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.relation.CareTeam;
import poca.access.security.Caller;
import poca.chat.careteam.Side;
import poca.chat.chat.Chats;
import poca.chat.overview.OverviewStore.ChatCursor;
import poca.chat.overview.OverviewStore.ChatFilter;
import poca.contracts.AccessBasis;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.platform.web.Page;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;

/// Shows chats with what happens in them: everybody sees its own, an admin all.
@Service
class Overviews {

  private final OverviewStore overviews;
  private final Chats chats;
  private final CareTeam careTeam;
  private final Audit audit;

  Overviews(OverviewStore overviews, Chats chats, CareTeam careTeam, Audit audit) {
    this.overviews = overviews;
    this.chats = chats;
    this.careTeam = careTeam;
    this.audit = audit;
  }

  /// @throws Refusal 404 for an unknown chat, 403 if it is none of the caller's business
  ChatOverview read(Caller caller, ChatId id) {
    var overview = of(id);
    var access = chats.seat(caller, overview.chat());
    audit.granted(
        caller, AuditedAction.read("chat", id.value()).of(access.chat().patient()), access.basis());
    return overview;
  }

  /// For who has just been let do something with it.
  ///
  /// @throws Refusal 404 if it is gone meanwhile
  ChatOverview of(ChatId id) {
    return overviews.find(id).orElseThrow(() -> Refusal.notFound("Chat"));
  }

  /// Which of the caller's chats; what is null does not narrow it.
  ///
  /// @param read only chats without (true) or with (false) unread messages for the caller
  record ListFilter(
      @Nullable DoctorId doctor, @Nullable PatientId patient, @Nullable Boolean read) {}

  /// @throws Refusal 404 for an unknown doctor or patient, 403 if the chats are none of the
  ///   caller's business
  Page<ChatOverview> list(Caller caller, ListFilter listFilter, Paging paging) {
    var list =
        "chats:%s:%s:%s:%s"
            .formatted(caller.user(), listFilter.doctor(), listFilter.patient(), listFilter.read());
    var after = paging.after(list, 2).map(ChatCursor::of).orElse(null);
    var basis = allowed(caller, listFilter);
    audit.granted(caller, AuditedAction.list("chat").of(listFilter.patient()), basis);
    var chatFilter = wanted(caller, listFilter);
    return chatFilter == null
        ? new Page<>(List.of(), 0L, null)
        : paging.countedPage(
            list,
            overviews.list(chatFilter, after, paging.skip(), paging.oneMore()),
            overview -> ChatCursor.of(overview.chat()).keys(),
            () -> overviews.count(chatFilter));
  }

  private AccessBasis allowed(Caller caller, ListFilter listFilter) {
    var basis = caller.is(Role.ADMIN) ? AccessBasis.ADMIN : AccessBasis.ROLE;
    var patient = listFilter.patient();
    if (patient != null) {
      if (!careTeam.exists(patient)) {
        throw Refusal.notFound("Patient");
      }
      if (caller.is(Role.PATIENT)) {
        basis = only(careTeam.related(caller.user(), patient), AccessBasis.RELATED);
      }
    }
    var doctor = listFilter.doctor();
    if (doctor != null) {
      if (!careTeam.exists(doctor)) {
        throw Refusal.notFound("Doctor");
      }
      if (caller.is(Role.DOCTOR)) {
        basis = only(caller.asDoctor().equals(doctor), AccessBasis.SELF);
      }
    }
    return basis;
  }

  private static AccessBasis only(boolean holds, AccessBasis basis) {
    if (!holds) {
      throw Refusal.notAllowed();
    }
    return basis;
  }

  /// Null if the caller can have none.
  private static @Nullable ChatFilter wanted(Caller caller, ListFilter listFilter) {
    var unread = listFilter.read() == null ? null : Boolean.valueOf(!listFilter.read());
    return switch (caller.role()) {
      case ADMIN -> new ChatFilter(null, listFilter.doctor(), listFilter.patient(), null, unread);
      case DOCTOR ->
          new ChatFilter(Side.DOCTOR, caller.asDoctor(), listFilter.patient(), null, unread);
      case PATIENT ->
          new ChatFilter(
              Side.PATIENT, listFilter.doctor(), listFilter.patient(), caller.user(), unread);
      case HOSPITAL -> null;
    };
  }
}
