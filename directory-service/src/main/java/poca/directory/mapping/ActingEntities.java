package poca.directory.mapping;

import java.util.UUID;
import org.springframework.stereotype.Component;
import poca.access.security.Caller;
import poca.access.security.Entities;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;

@Component
class ActingEntities implements Entities {

  private final CareTeam careTeam;

  ActingEntities(CareTeam careTeam) {
    this.careTeam = careTeam;
  }

  @Override
  public boolean mayActAs(Caller caller, UUID entity) {
    return switch (caller.role()) {
      case PATIENT -> careTeam.related(caller.user(), new PatientId(entity));
      case HOSPITAL -> careTeam.ownHospital(caller.user(), new HospitalId(entity));
      case ADMIN, DOCTOR -> false;
    };
  }
}
