package poca.directory.doctor;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import poca.contracts.DoctorId;

interface DoctorStore extends JpaRepository<Doctor, DoctorId> {

  /// For a change: two at once wait for each other instead of failing.
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select d from Doctor d where d.id = :id")
  Optional<Doctor> lock(DoctorId id);

  /// At once, and whatever its version has become: a deletion is not lost to a change.
  @Modifying
  @Query("delete from Doctor d where d.id = :id")
  void erase(DoctorId id);
}
