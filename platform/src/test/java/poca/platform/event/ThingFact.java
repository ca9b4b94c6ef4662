package poca.platform.event;

import poca.contracts.fact.Fact;
import poca.contracts.fact.Topic;

sealed interface ThingFact extends Fact {

  Topic<ThingFact> TOPIC = new Topic<>("it.things.v1", ThingFact.class, "it", Topic.Keeping.A_WEEK);

  long version();

  String word();

  record ThingSaid(String key, long version, String word) implements ThingFact {}

  record ThingSung(String key, long version, String word) implements ThingFact {}
}
