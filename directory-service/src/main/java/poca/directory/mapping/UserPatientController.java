package poca.directory.mapping;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.PATIENT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.MappingId;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.contracts.fact.AuditFact.Action;
import poca.platform.web.Reply;

/// What accounts are to patients (contract 4.9).
@RestController
@RequestMapping("/api/v1/mappings")
class UserPatientController {

  private final UserRelations relations;

  UserPatientController(UserRelations relations) {
    this.relations = relations;
  }

  record NewRelation(
      @NotNull UserId userId, @NotNull PatientId patientId, @NotNull RelationType relation) {}

  record NewRelationOfUser(@NotNull PatientId patientId, @NotNull RelationType relation) {}

  record RelationChange(@NotNull RelationType relation) {}

  record Relation(
      MappingId id,
      UUID userId,
      UUID patientId,
      @Nullable RelationType relation,
      Instant createdAt,
      @Nullable Instant updatedAt) {
    static Relation of(Pair pair) {
      return new Relation(
          pair.id(),
          pair.left(),
          pair.right(),
          pair.relation(),
          pair.createdAt(),
          pair.updatedAt());
    }
  }

  @PostMapping("/user-patient")
  @Audited(value = "relation", action = Action.GRANT)
  @OnlyFor({ADMIN, PATIENT})
  Reply<Relation> relate(@Valid @RequestBody NewRelation wanted, Caller caller) {
    return Reply.ok(
        Relation.of(
            relations.relate(caller, wanted.userId(), wanted.patientId(), wanted.relation())));
  }

  @PostMapping("/user/{userId}/patients")
  @Audited(value = "relation", action = Action.GRANT)
  @OnlyFor({ADMIN, PATIENT})
  Reply<Relation> relate(
      @PathVariable UserId userId, @Valid @RequestBody NewRelationOfUser wanted, Caller caller) {
    return Reply.ok(
        Relation.of(relations.relate(caller, userId, wanted.patientId(), wanted.relation())));
  }

  @PutMapping("/user-patient/{relationId}")
  @Audited("relation")
  @OnlyFor({ADMIN, DOCTOR, PATIENT})
  Reply<Relation> change(
      @PathVariable MappingId relationId,
      @Valid @RequestBody RelationChange wanted,
      Caller caller) {
    return Reply.ok(Relation.of(relations.change(caller, relationId, wanted.relation())));
  }

  @DeleteMapping("/user-patient/{relationId}")
  @Audited(value = "relation", action = Action.REVOKE)
  @OnlyFor({ADMIN, DOCTOR, PATIENT})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable MappingId relationId, Caller caller) {
    relations.end(caller, relationId);
  }
}
