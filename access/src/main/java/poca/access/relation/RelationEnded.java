package poca.access.relation;

import poca.contracts.fact.RelationFact.Relation;

/// Published on every instance when a relation has ended and this service's copy says so: what was
/// open because of it (a socket, say) asks again whether it may stay.
public record RelationEnded(Relation relation) {}
