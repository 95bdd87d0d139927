package org.thun.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A program of the tests in a JVM of its own, with their class path: to be killed in the middle of its work, as a power
 * cut would. The program tells how far it is with {@link #say} and may wait to be killed with {@link #waitToBeKilled}.
 */
public final class ChildJvm implements AutoCloseable {

    private static final String SIGN = "child: ";

    private final Process process;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final List<String> output = new ArrayList<>();

    private ChildJvm(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a program.
     *
     * @param program its main class
     * @param environment variables beside those of this JVM
     * @param arguments what its main method is given
     */
    public static ChildJvm start(Class<?> program, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(), "-Xmx512m", "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", program.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        // As a variable: the class path may be longer than an operating system takes on the command line.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            return new ChildJvm(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the child: tells the parent something, on a line of its own. */
    public static void say(String words) {
        System.out.println(SIGN + words);
        System.out.flush();
    }

    /** In the child: says how far it is and does nothing more until it is killed. */
    public static void waitToBeKilled(String words) {
        say(words);
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            throw new IllegalStateException("not killed", e);
        }
    }

    /** What the child says next; fails with its output if it ends or the time is over before it says anything. */
    public String hear(Duration patience) {
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() < deadline) {
                String words = said.poll(100, TimeUnit.MILLISECONDS);
                if (words != null) {
                    return words;
                }
                if (!process.isAlive() && said.isEmpty()) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("the child " + (process.isAlive() ? "is silent" : "ended with " + process.exitValue())
                + ":\n" + output());
    }

    /** Kills it without a word (SIGKILL) and waits until it is gone: nothing it holds is closed in order. */
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new AssertionError("the child outlived its killing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything it has written so far. */
    public String output() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.add(line);
                }
                if (line.startsWith(SIGN)) {
                    said.add(line.substring(SIGN.length()));
                }
            }
        } catch (IOException e) {
            // The killed child's pipe: what it has said before is kept.
            synchronized (output) {
                output.add(e.toString());
            }
        }
    }
}
