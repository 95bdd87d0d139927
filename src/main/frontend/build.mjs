// Builds the browser side: node build.mjs <outdir>. Called by Maven on every build, so unchanged inputs must cost
// nothing.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const outdir = resolve(process.argv[2] ?? fail("usage: node build.mjs <outdir>"));
const manifestFile = join(outdir, "manifest.json");

const inputs = digest([
  "build.mjs",
  "package-lock.json",
  ...filesUnder("styles"),
  ...filesUnder("islands"),
]);
if (existsSync(manifestFile) && JSON.parse(readFileSync(manifestFile, "utf8")).inputs === inputs) {
  process.exit(0);
}

install();
const esbuild = await import("esbuild");
rmSync(outdir, { recursive: true, force: true });
mkdirSync(outdir, { recursive: true });

// Every name carries the hash of its content, so browsers may keep the files for ever.
const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  metafile: true,
  outdir,
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  legalComments: "linked",
  target: ["chrome109", "firefox115", "safari16"],
  logLevel: "warning",
};
const styles = named(await esbuild.build({
  ...common,
  entryPoints: ["styles/app.css", "styles/form.css", "styles/diagram.css", "styles/mark.svg"],
  loader: { ".woff2": "file", ".svg": "copy" },
}));
const scripts = named(await esbuild.build({
  ...common,
  entryPoints: ["islands/app.js"],
  format: "esm",
  splitting: true,
  plugins: [viewerInOurWords()],
  define: {
    FORM_CSS: JSON.stringify(styles["form.css"]),
    DIAGRAM_CSS: JSON.stringify(styles["diagram.css"]),
    "process.env.NODE_ENV": '"production"',
  },
}));
writeFileSync(manifestFile, JSON.stringify({ inputs, ...styles, ...scripts }, null, 1));

/**
 * The form viewer has its English words written into its code. They are replaced by our texts; a word that is no longer
 * there stops the build, so that an update of the viewer cannot bring English back unseen.
 */
function viewerInOurWords() {
  const words = [
    ["'Add new'", 'text("addRow")'],
    ["`Remove list item ${itemIndex + 1}`", 'text("removeRow", itemIndex + 1)'],
    ["`Expand all (${values.length - 1})`", 'text("showAllRows", values.length)'],
    ["'Collapse'", 'text("showFewerRows")'],
    ['"Nothing to show."', 'text("nothing")'],
  ];
  return {
    name: "viewer-in-our-words",
    setup(build) {
      build.onLoad({ filter: /form-js-viewer[\\/]dist[\\/]index\.es\.js$/ }, ({ path }) => {
        let code = readFileSync(path, "utf8");
        for (const [word, ours] of words) {
          if (!code.includes(word)) {
            return { errors: [{ text: `the form viewer no longer says ${word}` }] };
          }
          code = code.replaceAll(word, ours);
        }
        const texts = JSON.stringify(join(here, "islands/texts.js"));
        return { contents: `import { text } from ${texts};\n${code}`, loader: "js" };
      });
    },
  };
}

/** Runs `npm ci` if the lock file is another one than the last time. */
function install() {
  const modules = join(here, "node_modules");
  const stamp = join(modules, ".thun-installed");
  const lock = digest(["package-lock.json"]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) {
    return;
  }
  const npm = spawnSync("npm", ["ci", "--no-progress"], { cwd: here, stdio: ["ignore", "ignore", "inherit"] });
  if (npm.status !== 0) {
    fail("npm ci did not succeed: Node 20 or newer with npm is needed to build the browser islands");
  }
  writeFileSync(stamp, lock);
}

/** The built name of each entry point: {"app.css": "app-XXXX.css"}. */
function named(result) {
  const ours = /^(styles|islands)\/(app|form|diagram|mark)\.(css|js|svg)$/;
  return Object.fromEntries(Object.entries(result.metafile.outputs)
    .filter(([, output]) => output.entryPoint && ours.test(output.entryPoint))
    .map(([file, output]) => [basename(output.entryPoint), basename(file)]));
}

function filesUnder(folder) {
  return readdirSync(join(here, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(here.length + 1))
    .sort();
}

function digest(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(file).update("\0").update(readFileSync(join(here, file)));
  }
  return hash.digest("hex");
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
