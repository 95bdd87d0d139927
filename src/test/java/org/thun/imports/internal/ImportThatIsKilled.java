package org.thun.imports.internal;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.thun.ThunApplication;
import org.thun.imports.ImportState;
import org.thun.testing.ChildJvm;
import org.thun.workflow.TrainingClock;

/** Another node of the application, which works on one import and says after each part how many are done. */
class ImportThatIsKilled {

    private ImportThatIsKilled() {}

    public static void main(String[] arguments) throws InterruptedException {
        ThunApplication.useThaiWithoutCountry();
        ApplicationContext node = new SpringApplicationBuilder(ThunApplication.class)
                .profiles("test", "mysql")
                .properties(Map.of("spring.main.lazy-initialization", "true", "server.port", "0"))
                .web(WebApplicationType.SERVLET)
                .run("--thun.imports.runner.lease=PT1S");
        // Lazily made like all beans; only once it is there does the application live in the time of its database.
        node.getBean(TrainingClock.class);
        ImportRunner runner = node.getBean(ImportRunner.class);
        ImportMapper imports = node.getBean(ImportMapper.class);
        ImportFileRow file = imports.get(arguments[0]).orElseThrow();
        while (file.state() == ImportState.RUNNING) {
            int before = file.nextPart();
            runner.round();
            file = imports.get(arguments[0]).orElseThrow();
            if (file.nextPart() > before) {
                ChildJvm.say(String.valueOf(file.nextPart() - 1));
            } else {
                // The node before has not been dead for long enough.
                Thread.sleep(100);
            }
        }
        ChildJvm.say(file.state().name());
        System.exit(0);
    }
}
