package poca.auth.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
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

  /// Inserts a pending account unless its email is taken.
  ///
  /// @return how many were inserted
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into account
            (id, email, role, status, name, contact, address, version, created_at)
          values (:id, :email, :role, 'PENDING', cast(:name as text), cast(:contact as text),
            cast(:address as text), 0, :now)
          on conflict (email) do nothing
          """)
  int open(
      UUID id,
      String email,
      String role,
      @Nullable String name,
      @Nullable String contact,
      @Nullable String address,
      Instant now);

  /// @return how many were pending until now
  @Modifying
  @Query(
      "update Account a set a.status = ACTIVE, a.version = 1 where a.id = :id and a.status ="
          + " PENDING")
  int activate(UserId id);

  @Modifying
  @Query(
      """
      update Account a set a.status = ABANDONED, a.email = null
      where a.id = :id and a.status = PENDING
      """)
  void giveUp(UserId id);

  @Modifying
  @Query(
      """
      update Account a set a.status = ABANDONED, a.email = null
      where a.status = PENDING and a.createdAt < :limit
      """)
  void giveUpBefore(Instant limit);

  @Query("select a from Account a where a.status = ABANDONED order by a.createdAt limit :limit")
  List<Account> givenUp(int limit);

  @Modifying
  @Query("delete from Account a where a.id = :id and a.status = PENDING")
  void discard(UserId id);

  @Modifying
  @Query("delete from Account a where a.id = :id and a.status = ABANDONED")
  void remove(UserId id);
}
