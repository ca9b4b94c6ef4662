@org.jspecify.annotations.NullMarked
package poca.ai.casehistory;
