/// Problems that the chat's doctor may think of, ranked, each with its evidence (contract 9.4).
@NullMarked
package poca.ai.problem;

import org.jspecify.annotations.NullMarked;
