# Builds Xinhuo from source; the image carries no database of its own.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
COPY bpmn bpmn
COPY dmn dmn
COPY src src
# The cache keeps what Maven downloaded from one build to the next.
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -Dexternal-database -DskipTests package \
    && java -Djarmode=tools -jar target/xinhuo.jar extract --layers --launcher --destination /layers

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /var/lib/xinhuo --create-home --shell /usr/sbin/nologin xinhuo
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
USER xinhuo
ENV XINHUO_DATA_DIRECTORY=/var/lib/xinhuo LC_ALL=C.UTF-8
VOLUME /var/lib/xinhuo
EXPOSE 8080
# The readiness answers 200 when the database answers and timers fire.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "org.springframework.boot.loader.launch.JarLauncher"]
