package dev.weft.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/// A tab of [Chromium] with one page.
public final class BrowserTab implements AutoCloseable {
    private static final int HEIGHT = 900;
    private static final Set<String> COMPLAINTS = Set.of("error", "warning", "assert");

    private final DevTools tools;
    private final String session;
    private final String window;

    BrowserTab(DevTools tools, String session, String window) {
        this.tools = tools;
        this.session = session;
        this.window = window;
    }

    void show(URI address, int width, ColorScheme scheme) {
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            var _ = ask(domain + ".enable", Map.of());
        }
        var _ =
                ask(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of(
                                "width",
                                width,
                                "height",
                                HEIGHT,
                                "deviceScaleFactor",
                                1,
                                "mobile",
                                false));
        media("screen", scheme);
        var _ = ask("Page.navigate", Map.of("url", address.toString()));
        var _ =
                evaluate(
                        "new Promise(done => document.readyState === 'complete' ? done(0) : addEventListener('load', () => done(0)))");
        settle();
    }

    /// Shows the page on screen or as it would be printed.
    ///
    /// @param type `screen` or `print`
    public void media(String type, ColorScheme scheme) {
        var _ =
                ask(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "media",
                                type,
                                "features",
                                List.of(
                                        Map.of(
                                                "name",
                                                "prefers-color-scheme",
                                                "value",
                                                scheme.name().toLowerCase(Locale.ROOT)))));
    }

    /// The value of an expression of JavaScript on the page; of a promise, what it comes to.
    ///
    /// @throws IllegalStateException where it throws
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                ask(
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "awaitPromise",
                                true,
                                "returnByValue",
                                true,
                                "userGesture",
                                true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /// Waits until what changed is drawn.
    public void settle() {
        var _ =
                evaluate(
                        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))");
    }

    /// Presses a key and lets it go.
    ///
    /// @param key as the DOM names it: `Tab`, `Enter`, ` `, `ArrowDown`
    public void press(String key) {
        int code =
                switch (key) {
                    case "Tab" -> 9;
                    case "Enter" -> 13;
                    case " " -> 32;
                    case "ArrowUp" -> 38;
                    case "ArrowDown" -> 40;
                    default -> throw new IllegalArgumentException("no code of the key " + key);
                };
        String text = "Enter".equals(key) ? "\r" : " ".equals(key) ? key : "";
        for (String type : List.of("keyDown", "keyUp")) {
            var _ =
                    ask(
                            "Input.dispatchKeyEvent",
                            Map.of(
                                    "type",
                                    type,
                                    "key",
                                    key,
                                    "code",
                                    " ".equals(key) ? "Space" : key,
                                    "windowsVirtualKeyCode",
                                    code,
                                    "text",
                                    "keyDown".equals(type) ? text : ""));
        }
        settle();
    }

    /// Points at a place of the window, in pixels from its upper left corner.
    public void pointAt(double x, double y) {
        var _ = ask("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
        settle();
    }

    /// Where files are to be saved to.
    public void saveTo(Path folder) {
        var _ =
                tools.ask(
                        "",
                        "Browser.setDownloadBehavior",
                        Map.of(
                                "behavior",
                                "allow",
                                "browserContextId",
                                window,
                                "downloadPath",
                                folder.toString()));
    }

    /// The page from its top to its end, as PNG.
    public byte[] picture() {
        return picture("document.documentElement");
    }

    /// A part of the page.
    ///
    /// @param element an expression of JavaScript
    public BufferedImage pictureOf(String element) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture(element)));
    }

    private byte[] picture(String element) {
        JsonNode box =
                evaluate(
                        "(() => { const box = (%s).getBoundingClientRect(); return { x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height, scale: 1 }; })()"
                                .formatted(element));
        return bytes(
                ask(
                        "Page.captureScreenshot",
                        Map.of("format", "png", "captureBeyondViewport", true, "clip", box)));
    }

    /// The page as it is printed, as PDF.
    public void print(Path file) throws IOException {
        Files.write(file, bytes(ask("Page.printToPDF", Map.of("preferCSSPageSize", true))));
    }

    private static byte[] bytes(JsonNode answer) {
        return Base64.getDecoder().decode(answer.get("data").asString());
    }

    /// Returns warnings and errors of the console, and uncaught exceptions.
    public List<String> complaints() {
        return tools.events(session).stream()
                .filter(
                        event ->
                                switch (event.method()) {
                                    case "Runtime.exceptionThrown" -> true;
                                    case "Runtime.consoleAPICalled" ->
                                            COMPLAINTS.contains(
                                                    event.details().get("type").asString());
                                    case "Log.entryAdded" ->
                                            COMPLAINTS.contains(
                                                    event.details()
                                                            .get("entry")
                                                            .get("level")
                                                            .asString());
                                    default -> false;
                                })
                .map(event -> event.details().toString())
                .toList();
    }

    /// The addresses that the page asked for, its own the first.
    public List<String> requests() {
        return tools.events(session).stream()
                .filter(event -> event.method().equals("Network.requestWillBeSent"))
                .map(event -> event.details().get("request").get("url").asString())
                .toList();
    }

    private JsonNode ask(String method, Map<String, ?> parameters) {
        return tools.ask(session, method, parameters);
    }

    @Override
    public void close() {
        var _ = tools.ask("", "Target.disposeBrowserContext", Map.of("browserContextId", window));
    }
}
