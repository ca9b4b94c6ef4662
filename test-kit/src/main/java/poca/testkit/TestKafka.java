package poca.testkit;

/// A Kafka broker that a fault test may take away and bring back.
public interface TestKafka {

  /// What clients connect to; the same after a restart.
  String bootstrapServers();

  /// Takes the broker away: clients can no longer reach it. What it holds stays.
  void stop();

  /// Brings a stopped broker back on the same address, and returns when it serves. Does nothing
  /// when it was not stopped.
  void restart();
}
