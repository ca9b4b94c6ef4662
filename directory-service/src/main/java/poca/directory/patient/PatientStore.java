package poca.directory.patient;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import poca.contracts.PatientId;

interface PatientStore extends JpaRepository<Patient, PatientId> {

  /// For a change: two at once wait for each other instead of failing.
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from Patient p where p.id = :id")
  Optional<Patient> lock(PatientId id);

  /// At once, and whatever its version has become: a deletion is not lost to a change.
  @Modifying
  @Query("delete from Patient p where p.id = :id")
  void erase(PatientId id);
}
