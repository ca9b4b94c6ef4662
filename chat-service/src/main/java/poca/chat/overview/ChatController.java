package poca.chat.overview;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.PATIENT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.chat.assistant.Assistant;
import poca.chat.careteam.Side;
import poca.chat.chat.Chat;
import poca.chat.chat.Chats;
import poca.chat.message.Deliveries;
import poca.chat.message.Message;
import poca.chat.overview.ChatOverview.Progress;
import poca.chat.overview.Overviews.ListFilter;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.platform.web.Paging;
import poca.platform.web.Reply;

/// The routes of `/chats` (contract 4.10).
@RestController
@RequestMapping("/api/v1/chats")
@Audited("chat")
class ChatController {

  private final Chats chats;
  private final Overviews overviews;
  private final Deliveries deliveries;

  ChatController(Chats chats, Overviews overviews, Deliveries deliveries) {
    this.chats = chats;
    this.overviews = overviews;
    this.deliveries = deliveries;
  }

  record NewChat(
      @NotNull DoctorId doctorId,
      @NotNull PatientId patientId,
      @Nullable Boolean isActiveForDoctor,
      @Nullable Boolean isActiveForPatient) {}

  record Watermark(long deliveredSeq, long readSeq) {}

  record Watermarks(Watermark doctor, Watermark patient) {}

  record ChatBody(
      ChatId id,
      DoctorId doctorId,
      PatientId patientId,
      @Nullable Assistant assistant,
      boolean isActiveForDoctor,
      boolean isActiveForPatient,
      boolean isActive,
      long unreadCount,
      long lastSeq,
      @Nullable Message lastMessage,
      Watermarks watermarks,
      Instant createdAt,
      @Nullable Instant updatedAt) {}

  record ChatList(List<ChatBody> chats, @Nullable Long total, @Nullable String nextCursor) {}

  @PostMapping
  @ActingAs
  @OnlyFor({ADMIN, DOCTOR, PATIENT})
  Reply<ChatBody> open(Caller caller, @Valid @RequestBody NewChat chat) {
    var opened =
        chats.open(
            caller,
            chat.doctorId(),
            chat.patientId(),
            !Boolean.FALSE.equals(chat.isActiveForDoctor()),
            !Boolean.FALSE.equals(chat.isActiveForPatient()));
    return Reply.ok(shown(caller, opened));
  }

  @GetMapping
  @ActingAs
  Reply<ChatList> list(
      Caller caller,
      Paging paging,
      @RequestParam(name = "is_read", required = false) @Nullable Boolean isRead) {
    return Reply.ok(list(caller, paging, new ListFilter(null, null, isRead)));
  }

  @GetMapping("/patient/{patient_id}")
  @ActingAs
  @OnlyFor({ADMIN, DOCTOR, PATIENT})
  Reply<ChatList> ofPatient(
      Caller caller, @PathVariable("patient_id") PatientId patient, Paging paging) {
    return Reply.ok(list(caller, paging, new ListFilter(null, patient, null)));
  }

  @GetMapping("/doctor/{doctor_id}")
  @ActingAs
  @OnlyFor({ADMIN, DOCTOR, PATIENT})
  Reply<ChatList> ofDoctor(
      Caller caller, @PathVariable("doctor_id") DoctorId doctor, Paging paging) {
    return Reply.ok(list(caller, paging, new ListFilter(doctor, null, null)));
  }

  @GetMapping("/{chat_id}")
  @ActingAs
  @OnlyFor({ADMIN, DOCTOR, PATIENT})
  Reply<ChatBody> read(Caller caller, @PathVariable("chat_id") ChatId chat) {
    return Reply.ok(body(caller, overviews.read(caller, chat)));
  }

  @PutMapping("/{chat_id}/deactivate-for-doctor")
  @ActingAs
  @OnlyFor({ADMIN, DOCTOR})
  Reply<ChatBody> deactivateForDoctor(Caller caller, @PathVariable("chat_id") ChatId chat) {
    return flag(caller, chat, Side.DOCTOR, false);
  }

  @PutMapping("/{chat_id}/activate-for-doctor")
  @ActingAs
  @OnlyFor({ADMIN, DOCTOR})
  Reply<ChatBody> activateForDoctor(Caller caller, @PathVariable("chat_id") ChatId chat) {
    return flag(caller, chat, Side.DOCTOR, true);
  }

  @PutMapping("/{chat_id}/deactivate-for-patient")
  @ActingAs
  @OnlyFor({ADMIN, PATIENT})
  Reply<ChatBody> deactivateForPatient(Caller caller, @PathVariable("chat_id") ChatId chat) {
    return flag(caller, chat, Side.PATIENT, false);
  }

  @PutMapping("/{chat_id}/activate-for-patient")
  @ActingAs
  @OnlyFor({ADMIN, PATIENT})
  Reply<ChatBody> activateForPatient(Caller caller, @PathVariable("chat_id") ChatId chat) {
    return flag(caller, chat, Side.PATIENT, true);
  }

  @PutMapping("/{chat_id}/deactivate")
  @ActingAs
  @OnlyFor({ADMIN, DOCTOR, PATIENT})
  Reply<ChatBody> deactivate(Caller caller, @PathVariable("chat_id") ChatId chat) {
    return Reply.ok(shown(caller, chats.deactivate(caller, chat)));
  }

  @DeleteMapping("/{chat_id}")
  @OnlyFor(ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller caller, @PathVariable("chat_id") ChatId chat) {
    chats.delete(caller, chat);
  }

  private Reply<ChatBody> flag(Caller caller, ChatId chat, Side side, boolean active) {
    return Reply.ok(shown(caller, chats.flag(caller, chat, side, active)));
  }

  /// Read again rather than put together: the answer is one consistent row.
  private ChatBody shown(Caller caller, Chat chat) {
    return body(caller, overviews.of(chat.id()));
  }

  private ChatList list(Caller caller, Paging paging, ListFilter listFilter) {
    var page = overviews.list(caller, listFilter, paging).map(row -> body(caller, row));
    return new ChatList(page.items(), page.total(), page.nextCursor());
  }

  private ChatBody body(Caller caller, ChatOverview overview) {
    var chat = overview.chat();
    return new ChatBody(
        chat.id(),
        chat.doctor(),
        chat.patient(),
        overview.assistant(),
        chat.activeForDoctor(),
        chat.activeForPatient(),
        !chat.deactivated(),
        sideOf(caller).map(side -> overview.of(side).unread()).orElse(0L),
        chat.lastSeq(),
        overview.last(),
        new Watermarks(
            watermark(chat, Side.DOCTOR, overview.doctor()),
            watermark(chat, Side.PATIENT, overview.patient())),
        chat.createdAt(),
        chat.updatedAt());
  }

  /// Of a caller that got this far: the role tells.
  private static Optional<Side> sideOf(Caller caller) {
    return switch (caller.role()) {
      case DOCTOR -> Optional.of(Side.DOCTOR);
      case PATIENT -> Optional.of(Side.PATIENT);
      case ADMIN, HOSPITAL -> Optional.empty();
    };
  }

  private Watermark watermark(Chat chat, Side side, Progress progress) {
    return new Watermark(
        deliveries.delivered(chat.id(), side, progress.delivered()), progress.read());
  }
}
