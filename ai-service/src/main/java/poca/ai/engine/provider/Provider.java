package poca.ai.engine.provider;

/// One model of one provider. Adapters retry nothing and know no clock; whoever calls them does.
interface Provider {

  /// `openai`, `gemini` or `vertexai`.
  String engine();

  String model();

  /// Streams an answer into `call` and returns it whole once its end was seen. The thread is a
  /// virtual one and may be interrupted.
  ///
  /// @throws ProviderFailure for everything else, in whatever state the stream was
  Completion complete(Prompt prompt, Call call);

  /// Loads what a first call would load; says nothing to the provider.
  default void warmUp() {}

  /// Looks the model up in the provider's list.
  ///
  /// @throws ProviderFailure if that says nothing
  Listing look(Call call);
}
