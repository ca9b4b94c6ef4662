package poca.directory.hospital;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import poca.contracts.HospitalId;

interface HospitalStore extends JpaRepository<Hospital, HospitalId> {

  /// For a change: two at once wait for each other instead of failing.
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select h from Hospital h where h.id = :id")
  Optional<Hospital> lock(HospitalId id);

  /// At once, and whatever its version has become: a deletion is not lost to a change.
  @Modifying
  @Query("delete from Hospital h where h.id = :id")
  void erase(HospitalId id);

  /// The account owns none but its own any more.
  @Modifying
  @Query(
      """
      update Hospital h
      set h.userId.value = null, h.updatedAt = :now, h.version = h.version + 1
      where h.userId.value = :owner and h.id.value <> :owner
      """)
  void release(UUID owner, Instant now);
}
