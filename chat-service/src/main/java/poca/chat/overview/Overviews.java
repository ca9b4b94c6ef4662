package poca.chat.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.Deed;
import poca.access.relation.CareTeam;
import poca.access.security.Caller;
import poca.chat.careteam.Side;
import poca.chat.chat.Chats;
import poca.chat.overview.OverviewStore.Place;
import poca.chat.overview.OverviewStore.Wanted;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.Ground;
import poca.contracts.PatientId;
import poca.contracts.Role;
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
  Overview read(Caller caller, ChatId id) {
    var overview = of(id);
    var seat = chats.seat(caller, overview.chat());
    audit.granted(caller, Deed.read("chat", id.value()).of(seat.chat().patient()), seat.ground());
    return overview;
  }

  /// For who has just been let do something with it.
  ///
  /// @throws Refusal 404 if it is gone meanwhile
  Overview of(ChatId id) {
    return overviews.find(id).orElseThrow(() -> Refusal.notFound("Chat"));
  }

  /// Which of the caller's chats; what is null does not narrow it.
  ///
  /// @param read only chats without (true) or with (false) unread messages for the caller
  record Which(@Nullable DoctorId doctor, @Nullable PatientId patient, @Nullable Boolean read) {}

  /// @param total null behind a place
  record Found(List<Overview> chats, @Nullable Long total) {}

  /// @throws Refusal 404 for an unknown doctor or patient, 403 if the chats are none of the
  ///   caller's business
  Found list(Caller caller, Which which, @Nullable Place after, int skip, int limit) {
    var ground = allowed(caller, which);
    audit.granted(caller, Deed.list("chat").of(which.patient()), ground);
    var wanted = wanted(caller, which);
    return wanted == null
        ? new Found(List.of(), 0L)
        : new Found(
            overviews.list(wanted, after, skip, limit),
            after == null ? overviews.count(wanted) : null);
  }

  private Ground allowed(Caller caller, Which which) {
    var ground = caller.is(Role.ADMIN) ? Ground.ADMIN : Ground.ROLE;
    var patient = which.patient();
    if (patient != null) {
      if (!careTeam.exists(patient)) {
        throw Refusal.notFound("Patient");
      }
      if (caller.is(Role.PATIENT)) {
        ground = only(careTeam.related(caller.user(), patient), Ground.RELATED);
      }
    }
    var doctor = which.doctor();
    if (doctor != null) {
      if (!careTeam.exists(doctor)) {
        throw Refusal.notFound("Doctor");
      }
      if (caller.is(Role.DOCTOR)) {
        ground = only(caller.asDoctor().equals(doctor), Ground.SELF);
      }
    }
    return ground;
  }

  private static Ground only(boolean holds, Ground ground) {
    if (!holds) {
      throw Refusal.notAllowed();
    }
    return ground;
  }

  /// Null if the caller can have none.
  private static @Nullable Wanted wanted(Caller caller, Which which) {
    var unread = which.read() == null ? null : Boolean.valueOf(!which.read());
    return switch (caller.role()) {
      case ADMIN -> new Wanted(null, which.doctor(), which.patient(), null, unread);
      case DOCTOR -> new Wanted(Side.DOCTOR, caller.asDoctor(), which.patient(), null, unread);
      case PATIENT ->
          new Wanted(Side.PATIENT, which.doctor(), which.patient(), caller.user(), unread);
      case HOSPITAL -> null;
    };
  }
}
