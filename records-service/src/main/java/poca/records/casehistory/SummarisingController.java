package poca.records.casehistory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import poca.contracts.CaseHistoryId;
import poca.platform.web.Refusal;

/// What ai-service asks and hands in. None of it is routed by the gateway.
@RestController
@RequestMapping("/internal/case-histories/{case_history_id}")
class SummarisingController {

  private static final int LONGEST = 20_000;

  private final Summarising summarising;

  SummarisingController(Summarising summarising) {
    this.summarising = summarising;
  }

  record Made(long version, @NotBlank @Size(max = LONGEST) String aiSummary) {}

  record Kept(boolean kept) {}

  @GetMapping
  Summarising.Source source(
      @PathVariable("case_history_id") CaseHistoryId id,
      @RequestParam(defaultValue = "all") String documents) {
    return summarising
        .source(id, !documents.equals("known"))
        .orElseThrow(() -> Refusal.notFound("Case history"));
  }

  @PutMapping("/ai-summary")
  Kept keep(@PathVariable("case_history_id") CaseHistoryId id, @Valid @RequestBody Made made) {
    return new Kept(summarising.keep(id, made.version(), made.aiSummary()));
  }
}
