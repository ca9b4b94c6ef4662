package poca.ai.draft;

import java.util.ArrayList;
import java.util.List;
import poca.ai.reading.Finding;

/// What a reply says to a wish that is no illness, by what the interviewer calls it.
final class RequestReply {

  private RequestReply() {}

  static List<String> to(List<String> wishes) {
    var sentences = new ArrayList<String>();
    for (var wish : wishes) {
      if (wish.startsWith(Finding.REFILL.label())) {
        sentences.add(
            "I will check the repeat prescription against your record before I issue it.");
      } else if (wish.equals(Finding.SICK_NOTE.label())) {
        sentences.add("For the sick note: from which day to which day are you off work?");
      } else if (wish.equals(Finding.APPOINTMENT_WISH.label())) {
        sentences.add("For the appointment: please book a time that suits you.");
      } else if (wish.equals(Finding.RESULTS_WISH.label())) {
        sentences.add("I will look for the results and write to you about them.");
      }
    }
    return sentences;
  }
}
