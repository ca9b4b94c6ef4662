package poca.ai.suggestion;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.PATIENT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.DoctorId;
import poca.contracts.SuggestionId;
import poca.platform.text.OneLine;
import poca.platform.text.Prose;
import poca.platform.text.Visible;
import poca.platform.web.Change;
import poca.platform.web.Paging;
import poca.platform.web.Reply;

/// The routes of the contract's 4.12.
@RestController
@RequestMapping("/api/v1/suggestions")
@Audited(Suggestions.RESOURCE)
class SuggestionController {

  private final Suggestions suggestions;

  SuggestionController(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  record NewSuggestion(
      @Visible @OneLine(min = 3, max = 200) String problem,
      @NotNull DoctorId doctorId,
      @Prose @Nullable String description) {}

  record SuggestionChange(
      Change<@Visible @OneLine(min = 3, max = 200) String> problem,
      Change<@Prose String> description) {}

  record Feedback(@Visible @Prose(min = 3) String feedback) {}

  record Body(
      SuggestionId id,
      String problem,
      @Nullable String description,
      DoctorId doctorId,
      Instant createdAt,
      @Nullable Instant updatedAt,
      boolean hasFeedback,
      @Nullable String feedback,
      @Nullable Instant feedbackDate) {

    static Body of(Suggestion suggestion) {
      return new Body(
          suggestion.id(),
          suggestion.problem(),
          suggestion.description(),
          suggestion.doctor(),
          suggestion.createdAt(),
          suggestion.updatedAt(),
          suggestion.feedback() != null,
          suggestion.feedback(),
          suggestion.feedbackAt());
    }
  }

  record Item(
      SuggestionId id, String problem, DoctorId doctorId, Instant createdAt, boolean hasFeedback) {

    static Item of(Suggestion suggestion) {
      return new Item(
          suggestion.id(),
          suggestion.problem(),
          suggestion.doctor(),
          suggestion.createdAt(),
          suggestion.feedback() != null);
    }
  }

  record Items(List<Item> suggestions, long total) {}

  @PostMapping
  @OnlyFor({ADMIN, DOCTOR})
  Reply<Body> create(Caller caller, @Valid @RequestBody NewSuggestion wanted) {
    return Reply.ok(
        Body.of(
            suggestions.create(caller, wanted.doctorId(), wanted.problem(), wanted.description())));
  }

  @GetMapping
  Reply<Items> list(
      Caller caller,
      Paging paging,
      @RequestParam(name = "doctor_id", required = false) @Nullable DoctorId doctor) {
    var page = suggestions.list(caller, doctor, paging.skip(), paging.limit());
    return Reply.ok(new Items(page.suggestions().stream().map(Item::of).toList(), page.total()));
  }

  @GetMapping("/{suggestion_id}")
  @OnlyFor({ADMIN, DOCTOR})
  Reply<Body> read(Caller caller, @PathVariable("suggestion_id") SuggestionId id) {
    return Reply.ok(Body.of(suggestions.read(caller, id)));
  }

  @PutMapping("/{suggestion_id}")
  @OnlyFor({ADMIN, DOCTOR})
  Reply<Body> change(
      Caller caller,
      @PathVariable("suggestion_id") SuggestionId id,
      @Valid @RequestBody SuggestionChange change) {
    return Reply.ok(
        Body.of(suggestions.change(caller, id, change.problem(), change.description())));
  }

  @DeleteMapping("/{suggestion_id}")
  @OnlyFor({ADMIN, DOCTOR})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller caller, @PathVariable("suggestion_id") SuggestionId id) {
    suggestions.delete(caller, id);
  }

  @PostMapping("/{suggestion_id}/feedback")
  @OnlyFor({ADMIN, DOCTOR, PATIENT})
  Reply<Body> giveFeedback(
      Caller caller,
      @PathVariable("suggestion_id") SuggestionId id,
      @Valid @RequestBody Feedback feedback) {
    return Reply.ok(Body.of(suggestions.giveFeedback(caller, id, feedback.feedback())));
  }
}
