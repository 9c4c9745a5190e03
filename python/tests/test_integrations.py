"""The files by which other tools run the program, under those tools."""

import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("PEDIGREE_BINARY")


def run(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)


def has(module):
    return importlib.util.find_spec(module) is not None


def program_has(option):
    return BINARY is not None and option in run(BINARY, "check", "--help").stdout


@unittest.skipUnless(has("check_jsonschema"), "check-jsonschema is not installed")
class Schemas(unittest.TestCase):
    def check(self, *arguments):
        done = run(sys.executable, "-W", "ignore", "-m", "check_jsonschema", *arguments)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_the_action_follows_githubs_schema(self):
        self.check("--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml"))

    def test_the_component_follows_gitlabs_schema(self):
        header, job = (ROOT / "templates/pedigree.yml").read_text().split("\n---\n")
        with tempfile.TemporaryDirectory() as folder:
            # Only the second document is a pipeline; the first declares the inputs, which GitLab fills in.
            path = pathlib.Path(folder) / "pedigree.yml"
            names = re.findall(r"^    ([a-z-]+):$", header, re.M)
            used = re.findall(r"\$\[\[ inputs\.([a-z-]+) \]\]", job)
            self.assertEqual(sorted(names), sorted(used))
            path.write_text(job)
            self.check("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(path))

    def test_samples_follow_the_schema_of_declarations(self):
        manifests = sorted(str(path) for path in (ROOT / "samples").glob("*/pedigree.yaml"))
        self.assertGreater(len(manifests), 5)
        self.check("--schemafile", str(ROOT / "docs/pedigree.schema.json"), *manifests)


@unittest.skipUnless(program_has("--output"), "the program writes no files of other formats")
class Action(unittest.TestCase):
    """The steps of the action, run as GitHub runs them."""

    def check(self, path, **inputs):
        text = (ROOT / "action.yml").read_text()
        step = text[text.index("id: check"):].split("      run: |\n", 1)[1]
        script = "\n".join(
            line[8:] for line in step.split("\n\n", 1)[0].split("\n")
        )
        with tempfile.TemporaryDirectory() as folder:
            binaries = pathlib.Path(folder) / "bin"
            binaries.mkdir()
            (binaries / "pedigree").symlink_to(BINARY)
            environment = {
                "PATH": f"{binaries}:{os.environ['PATH']}", "RUNNER_TEMP": folder, "RELEASES": str(path),
                "FAIL_ON": inputs.get("fail_on", "error"), "BASELINE": "",
                "GITHUB_OUTPUT": f"{folder}/output", "GITHUB_STEP_SUMMARY": f"{folder}/summary",
            }
            done = run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script, env=environment, cwd=ROOT)
            self.assertEqual(done.returncode, 0, done.stdout)
            output = dict(
                line.split("=", 1) for line in pathlib.Path(environment["GITHUB_OUTPUT"]).read_text().splitlines()
            )
            files = {key: json.loads(pathlib.Path(output[key]).read_text()) for key in ("report", "sarif")
                     if pathlib.Path(output[key]).exists()}
            summary = pathlib.Path(environment["GITHUB_STEP_SUMMARY"])
            return output["exit-code"], done.stdout, files, summary.read_text() if summary.exists() else ""

    def test_findings_become_annotations_files_and_a_summary(self):
        code, log, files, summary = self.check("samples/deepseek-r1-distill-llama-8b")
        self.assertEqual(code, "1")
        self.assertIn("::error file=", log)
        self.assertEqual(files["sarif"]["version"], "2.1.0")
        self.assertEqual(files["report"]["verdict"]["result"], "fail")
        self.assertIn("llama-3.1", summary)

    def test_the_threshold_is_passed_on(self):
        self.assertEqual(self.check("samples/deepseek-r1-distill-llama-8b", fail_on="never")[0], "0")

    def test_what_cannot_be_checked_is_no_pass(self):
        self.assertEqual(self.check("nowhere")[0], "2")


@unittest.skipUnless(has("pre_commit") and shutil.which("git"), "pre-commit is not installed")
class Hooks(unittest.TestCase):
    def test_the_manifest_is_valid(self):
        done = run(sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
        self.assertEqual(done.returncode, 0, done.stdout)

    @unittest.skipUnless(BINARY, "PEDIGREE_BINARY names no program")
    def test_a_commit_that_breaks_a_licence_is_stopped(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            hooks, release, binaries = folder / "hooks", folder / "release", folder / "bin"
            binaries.mkdir()
            (binaries / "pedigree").symlink_to(BINARY)
            environment = {
                **os.environ, "PATH": f"{binaries}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(folder / "cache"),
                "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1",
                **{f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
            }

            def git(place, *arguments):
                done = run("git", *arguments, cwd=place, env=environment)
                self.assertEqual(done.returncode, 0, done.stdout)

            hooks.mkdir()
            shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
            shutil.copytree(ROOT / "samples/deepseek-r1-distill-llama-8b", release)
            for place in (hooks, release):
                git(place, "init", "-q")
                git(place, "add", "-A")
            git(hooks, "commit", "-q", "-m", "hooks")
            done = run(
                sys.executable, "-m", "pre_commit", "try-repo", str(hooks), "pedigree", "--all-files", cwd=release,
                env=environment,
            )
            self.assertEqual(done.returncode, 1, done.stdout)
            self.assertIn("llama-3.1/outbound-license", done.stdout)


class Container(unittest.TestCase):
    def test_it_holds_the_program_that_the_wheel_carries(self):
        text = (ROOT / "packaging/Containerfile").read_text()
        copied = re.search(r"^COPY (\S+)/bin/pedigree", text, re.M)[1]
        self.assertIn(f"payload=$PWD/{copied}\n", (ROOT / "packaging/build-wheel").read_text())


@unittest.skipUnless(BINARY, "PEDIGREE_BINARY names no program")
class Manual(unittest.TestCase):
    def test_the_man_page_names_every_command_and_option(self):
        described = run(BINARY, "--experimental-dump-help").stdout
        page = subprocess.run(
            [sys.executable, str(ROOT / "packaging/man-page")], input=described, stdout=subprocess.PIPE, text=True,
            check=True,
        ).stdout
        root = json.loads(described)["command"]
        for command in root["subcommands"]:
            if command["commandName"] == "help":
                continue
            self.assertIn(f'.SS "pedigree {command["commandName"]}"\n', page)
            for argument in command.get("arguments", []):
                for name in argument.get("names", []):
                    if name["kind"] == "long" and argument.get("shouldDisplay", True):
                        self.assertIn("\\-\\-" + name["name"].replace("-", "\\-"), page)
        groff = shutil.which("groff")
        if groff:
            self.assertEqual(run(groff, "-man", "-ww", "-z", input=page).stdout, "")


if __name__ == "__main__":
    unittest.main()
