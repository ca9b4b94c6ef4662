package poca.appointment.waitlist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.relation.CareTeam;
import poca.access.security.Caller;
import poca.appointment.waitlist.WaitlistStore.Filter;
import poca.contracts.AccessBasis;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.platform.web.Paging;

/// Pages of the waiting list. Each caller sees what is its own: a doctor who waits for it, a
/// patient account whom it speaks for, a hospital whom it has put there.
@Component
class WaitlistLists {

  private final WaitlistStore waitlist;
  private final Audit audit;

  WaitlistLists(WaitlistStore waitlist, Audit audit) {
    this.waitlist = waitlist;
    this.audit = audit;
  }

  record Page(List<Entry> entries, long total) {}

  Page page(
      Caller caller,
      @Nullable DoctorId doctor,
      @Nullable PatientId patient,
      @Nullable EntryStatus status,
      Paging paging) {
    var filter =
        new Filter()
            .with("e.doctor_id = :doctor", "doctor", doctor == null ? null : doctor.value())
            .with("e.patient_id = :patient", "patient", patient == null ? null : patient.value())
            .with("e.status = :status", "status", status == null ? null : status.wire());
    var basis = limit(filter, caller);
    var page = new Page(waitlist.list(filter, paging), waitlist.count(filter));
    audit.granted(caller, AuditedAction.list(Waitlist.RESOURCE).of(patient), basis);
    return page;
  }

  private static AccessBasis limit(Filter filter, Caller caller) {
    var self = caller.user().value();
    return switch (caller.role()) {
      case ADMIN -> AccessBasis.ADMIN;
      case DOCTOR -> {
        filter.with("e.doctor_id = :account", "account", self);
        yield AccessBasis.SELF;
      }
      case PATIENT -> {
        filter.with("e.patient_id in (" + CareTeam.PATIENTS_OF_ACCOUNT + ")", "account", self);
        yield AccessBasis.RELATED;
      }
      case HOSPITAL -> {
        filter.with(
            """
            e.hospital_id in (select cast(:account as uuid) union all select right_id from relation
                              where kind = 'owns-hospital' and left_id = :account and active)
            """,
            "account",
            self);
        yield AccessBasis.OWN_HOSPITAL;
      }
    };
  }
}
