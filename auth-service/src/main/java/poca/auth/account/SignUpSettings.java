package poca.auth.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param pendingFor how long a sign-up may take before the sweeper gives it up: longer than any
///   request lives
@ConfigurationProperties("poca.sign-up")
record SignUpSettings(@DefaultValue("30s") Duration pendingFor) {}
