package poca.testkit;

/// One way to provide the three parts; each starts when it is first asked for.
interface Parts {

  TestPostgres postgres();

  TestKafka kafka();

  TestObjectStore objectStore();

  /// The parts that `it.infra` names.
  static Parts chosen() {
    return Chosen.PARTS;
  }

  /// Started once per JVM.
  final class Chosen {
    private static final Parts PARTS = choose(System.getProperty("it.infra", "embedded"));

    private Chosen() {}

    private static Parts choose(String name) {
      return switch (name) {
        case "embedded" -> new EmbeddedParts();
        case "testcontainers" -> new ContainerParts();
        default ->
            throw new IllegalArgumentException(
                "it.infra is '" + name + "'; it can be embedded or testcontainers");
      };
    }
  }
}
