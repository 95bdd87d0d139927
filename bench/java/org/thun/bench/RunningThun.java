package org.thun.bench;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.thun.ThunApplication;
import org.thun.testing.MySqlSchema;
import org.thun.testing.MySqlSchemas;

/** The application on a fresh MySQL database and a free port, with nothing running in the background. */
final class RunningThun implements AutoCloseable {

    private final MySqlSchema schema = MySqlSchemas.fresh("bench_thun");
    private final ConfigurableApplicationContext context;

    RunningThun(String... settings) {
        SpringApplication application = new SpringApplication(ThunApplication.class);
        application.setAdditionalProfiles("mysql");
        // As arguments, because they must win over application.yaml.
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--THUN_DB_HOST=" + schema.host(),
                "--THUN_DB_PORT=" + schema.port(),
                "--THUN_DB_NAME=" + schema.name(),
                "--THUN_DB_USER=" + schema.user(),
                "--THUN_DB_PASSWORD=" + schema.password(),
                "--logging.level.root=WARN",
                // The fixtures of the tests, which make people and cases, may move time.
                "--thun.training-clock.enabled=true",
                "--thun.daily-rounds.every=P1D",
                "--camunda.bpm.job-execution.enabled=false"));
        arguments.addAll(List.of(settings));
        this.context = application.run(arguments.toArray(String[]::new));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String address() {
        return "http://localhost:" + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    MySqlSchema schema() {
        return schema;
    }

    @Override
    public void close() {
        context.close();
        schema.close();
    }
}
