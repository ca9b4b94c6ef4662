package poca.auth.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import poca.contracts.Role;
import poca.contracts.UserId;

interface AccountStore extends Repository<Account, UserId> {

  Optional<Account> findById(UserId id);

  Optional<Account> findByEmail(String email);

  /// Holds the row until the transaction ends: whoever holds it decides about its account.
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select a from Account a where a.id = :id")
  Optional<Account> hold(UserId id);

  long countByRoleAndStatus(Role role, AccountStatus status);

  boolean existsByRoleAndStatusIn(Role role, Collection<AccountStatus> statuses);

  @Query(
      """
      select a from Account a where a.status in (ACTIVE, DEACTIVATED)
      order by a.createdAt, a.id.value limit :limit offset :skip
      """)
  List<Account> page(int skip, int limit);

  @Query(
      """
      select a from Account a where a.status in (ACTIVE, DEACTIVATED)
      and (a.createdAt > :at or a.createdAt = :at and a.id.value > :id)
      order by a.createdAt, a.id.value limit :limit
      """)
  List<Account> pageAfter(Instant at, UUID id, int limit);

  @Query("select count(a) from Account a where a.status in (ACTIVE, DEACTIVATED)")
  long countListed();

  void flush();
}
