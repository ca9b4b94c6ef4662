package poca.ai.careteam;

import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;

/// Names the doctor and the patient of a chat.
public record ChatParties(ChatId chat, DoctorId doctor, PatientId patient) {}
