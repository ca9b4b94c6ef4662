package poca.records.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.platform.web.Refusal;

/// Hands a patient's data out as one ZIP, as it is put together.
@RestController
@OnlyFor({Role.ADMIN, Role.PATIENT})
@Audited("export")
class ExportController {

  private static final Logger log = LoggerFactory.getLogger(ExportController.class);

  private final Exports exports;

  ExportController(Exports exports) {
    this.exports = exports;
  }

  @GetMapping("/api/v1/patients/{patient_id}/export")
  void export(
      Caller caller,
      @PathVariable("patient_id") PatientId patient,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (request.getMethod().equals("HEAD")) {
      exports.look(caller, patient);
      describe(patient, response);
      return;
    }
    try (var export = exports.begin(caller, patient)) {
      describe(patient, response);
      response.flushBuffer();
      try {
        export.writeTo(response.getOutputStream());
      } catch (IOException | Refusal cut) {
        log.warn("the export of patient {} broke off: {}", patient, cut.toString());
        throw new AsyncRequestNotUsableException("broken off", new IOException(cut));
      }
    }
  }

  private static void describe(PatientId patient, HttpServletResponse response) {
    response.setContentType("application/zip");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"poca-" + patient + ".zip\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox");
  }
}
