package poca.ai.careteam;

import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;

/// Whose a chat is.
public record Party(ChatId chat, DoctorId doctor, PatientId patient) {}
