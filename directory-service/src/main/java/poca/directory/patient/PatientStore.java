package poca.directory.patient;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

  /// The account owns none but its own any more.
  @Modifying
  @Query(
      """
      update Patient p
      set p.userId.value = null, p.updatedAt = :now, p.version = p.version + 1
      where p.userId.value = :owner and p.id.value <> :owner
      """)
  void release(UUID owner, Instant now);

  /// In the order of their ids.
  @Query(
      """
      select p.id from Patient p
      where p.userId.value = :owner and p.id.value <> :owner order by p.id.value
      """)
  List<PatientId> dependantsOf(UUID owner);
}
