package poca.ai.engine;

import java.util.List;
import poca.ai.engine.provider.ModelClient;

/// The ways to the models that are configured, in the order in which they are asked.
record ModelClients(List<ModelClient> all) {}
