package org.thun.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Signs in by the form and works in a session, as a browser does. The plainest client there is, without threads of its own:
 * what is measured is the server.
 */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    private final Map<String, String> cookies = new HashMap<>();
    private final String address;
    private String csrf;

    Browser(String address, String username, String password) throws IOException {
        this.address = address;
        learnToken(get("/signin"));
        Answer answer = send("/signin", "application/x-www-form-urlencoded", "username=" + encoded(username) + "&password="
                + encoded(password) + "&_csrf=" + encoded(csrf));
        if (answer.location() == null || !answer.location().endsWith("/")) {
            throw new IllegalStateException("sign-in failed: " + answer.status());
        }
        learnToken(get("/"));
    }

    private record Answer(int status, String location, String body) {}

    String get(String path) throws IOException {
        Answer answer = send(path, null, null);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answered " + answer.status());
        }
        return answer.body();
    }

    /** Fetches a file and throws it away as it comes; gives its bytes. */
    long drain(String path) throws IOException {
        HttpURLConnection connection = open(path);
        if (connection.getResponseCode() != 200) {
            throw new IllegalStateException(path + " answered " + connection.getResponseCode());
        }
        try (InputStream in = connection.getInputStream()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    void postJson(String path, String json) throws IOException {
        Answer answer = send(path, "application/json", json);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.body());
        }
    }

    /** Sends a form and gives the address of the page that follows. */
    String postForm(String path, String form) throws IOException {
        Answer answer = send(path, "application/x-www-form-urlencoded", form + "&_csrf=" + encoded(csrf));
        if (answer.status() != 302) {
            throw new IllegalStateException(path + " answered " + answer.status());
        }
        return URI.create(address).resolve(answer.location()).toString().substring(address.length());
    }

    private void learnToken(String page) {
        Matcher token = CSRF.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("page without a token");
        }
        csrf = token.group(1);
    }

    private Answer send(String path, String contentType, String content) throws IOException {
        HttpURLConnection connection = open(path);
        if (content != null) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", contentType);
            connection.setRequestProperty("X-CSRF-TOKEN", csrf);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(content.getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = connection.getResponseCode();
        connection.getHeaderFields().getOrDefault("Set-Cookie", List.of()).forEach(this::keep);
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(status, connection.getHeaderField("Location"), body);
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Cookie", cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ")));
        return connection;
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
