package poca.contracts.fact;

/// Something that happened and that other services may need to know. Its type on the wire is the
/// simple name of its record; fields are added freely and never renamed.
public interface Fact {

  /// Facts of one key keep their order: it is the key of the Kafka record and the CloudEvents
  /// subject.
  String key();
}
