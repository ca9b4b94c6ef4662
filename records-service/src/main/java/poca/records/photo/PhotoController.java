package poca.records.photo;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import poca.contracts.DocumentId;
import poca.contracts.Role;
import poca.contracts.UserId;

/// What the directory asks before it sets a photo. The gateway does not route it.
@RestController
class PhotoController {

  private final Photos photos;

  PhotoController(Photos photos) {
    this.photos = photos;
  }

  /// @param by who sets it
  /// @param account whose profile it is for
  record Wish(UserId by, Role role, UserId account) {}

  /// @param shown whether everybody will see it once it is set
  record Answer(boolean shown) {}

  @PutMapping("/internal/photos/{document_id}")
  Answer prepare(@PathVariable("document_id") DocumentId id, @RequestBody Wish wish) {
    return new Answer(photos.prepare(id, wish.by(), wish.role(), wish.account()));
  }
}
