# syntax=docker/dockerfile:1
# Builds the application with a JDK and runs it on a JRE, as a user who owns nothing but the data directory.
# Prepared like ./run does it: unpacked, with a cache of what a start needs, made by one start on throw-away data.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q -Dquick -Dmaven.test.skip=true dependency:resolve dependency:resolve-plugins
COPY src src
# Format, Error Prone and tests are the business of "./mvnw verify", not of the image.
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q -Dquick -Dmaven.test.skip=true package \
 && cp target/regulars-*.jar regulars.jar \
 && java -Djarmode=tools -jar regulars.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre AS runtime
RUN groupadd --system --gid 10001 regulars \
 && useradd --system --uid 10001 --gid regulars --home-dir /app --shell /usr/sbin/nologin regulars \
 && install -d -o regulars -g regulars -m 0700 /data
WORKDIR /app
# What changes least comes first, so that a new release replaces the last layers only.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./

# On the very Java machine that will run it, and not as root: as root PostgreSQL would not start here.
FROM runtime AS prepared
COPY bin/prepare /usr/local/bin/prepare
RUN install -d -o regulars -g regulars /quick
USER regulars
RUN prepare "$(command -v java)" /app/regulars.jar /quick

FROM runtime
COPY --from=prepared /quick/ /quick/
USER regulars
ENV SERVER_ADDRESS=0.0.0.0 \
    REGULARS_DATA_DIR=/data \
    MALLOC_ARENA_MAX=2 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
VOLUME /data
EXPOSE 8080
# The image has no curl; bash can ask for itself.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "@/quick/options", "-jar", "/app/regulars.jar"]
