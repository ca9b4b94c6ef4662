# syntax=docker/dockerfile:1
# One recipe for every room: docker build --build-arg SERVICE=chat-service -t poca/chat-service .
ARG JDK=25

FROM eclipse-temurin:${JDK}-jdk AS build
WORKDIR /source
COPY . .
ARG SERVICE
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -q -pl ${SERVICE} -am package -DskipTests -Dspotless.check.skip \
 && java -Djarmode=tools -jar ${SERVICE}/target/${SERVICE}.jar extract --layers --launcher --destination /layers
# Native code for other systems than this image's is left out.
RUN for jar in /layers/dependencies/BOOT-INF/lib/onnxruntime-*.jar; do \
      [ -f "$jar" ] || continue; \
      mkdir /onnx && cd /onnx && jar xf "$jar" && rm -rf ai/onnxruntime/native/osx-* ai/onnxruntime/native/win-* && jar cfM "$jar" . ; \
    done

FROM eclipse-temurin:${JDK}-jre
RUN useradd --system --uid 10001 --no-create-home poca
WORKDIR /app
# What changes least comes first, so that a new version is a small layer.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
COPY docker/healthy /usr/local/bin/healthy
USER 10001
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s --retries=6 CMD ["healthy"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:MaxDirectMemorySize=128m", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "org.springframework.boot.loader.launch.JarLauncher"]
