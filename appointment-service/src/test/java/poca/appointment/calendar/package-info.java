@org.jspecify.annotations.NullMarked
package poca.appointment.calendar;
