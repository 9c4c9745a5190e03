import os
import pathlib
import subprocess
import sys
import unittest
from unittest import mock

import pedigree

ROOT = pathlib.Path(__file__).resolve().parents[2]
BROKEN = ROOT / "samples" / "deepseek-r1-distill-llama-8b"


class Check(unittest.TestCase):
    def test_a_report_says_what_is_broken_and_where(self):
        report = pedigree.check(BROKEN)
        self.assertFalse(report.passed)
        self.assertEqual(report.release, "deepseek-ai/DeepSeek-R1-Distill-Llama-8B")
        self.assertEqual(report.verdict.result, "fail")
        self.assertEqual(report.verdict.broken, len(report.violated))
        self.assertEqual({finding.kind for finding in report.violated}, {"outbound-license", "name-prefix"})
        finding = report.violated[0]
        self.assertEqual((finding.license, finding.source), ("llama-3.1", "meta-llama/Llama-3.1-8B"))
        self.assertEqual((finding.location.file, finding.location.line), ("README.md", 2))
        self.assertEqual([step.artefact for step in finding.path], ["meta-llama/Llama-3.1-8B"])
        self.assertTrue(finding.help and finding.evidence)

    def test_every_sample_becomes_a_report(self):
        for folder in sorted(path for path in (ROOT / "samples").iterdir() if path.is_dir()):
            with self.subTest(folder.name):
                report = pedigree.check(folder)
                self.assertEqual(len(report.findings), len(report.json["findings"]))
                self.assertEqual(len(report.diagnostics), len(report.json["diagnostics"]))

    def test_the_threshold_decides_what_passes(self):
        self.assertTrue(pedigree.check(BROKEN, fail_on="never").passed)

    def test_what_cannot_be_checked_raises_with_the_programs_words(self):
        with self.assertRaisesRegex(pedigree.Failure, "no such file: `nowhere`"):
            pedigree.check("nowhere")
        with mock.patch.dict(os.environ, PEDIGREE_BINARY="/nowhere/pedigree"):
            with self.assertRaisesRegex(pedigree.Failure, "cannot be run"):
                pedigree.check(BROKEN)


class Module(unittest.TestCase):
    def test_the_module_is_the_program(self):
        run = subprocess.run(
            [sys.executable, "-m", "pedigree", "check", str(BROKEN), "--quiet"], stdout=subprocess.PIPE, text=True
        )
        self.assertEqual(run.returncode, 1)
        self.assertIn("FAIL", run.stdout)

    def test_without_a_program_it_says_what_to_do(self):
        environment = {key: value for key, value in os.environ.items() if key != "PEDIGREE_BINARY"}
        run = subprocess.run(
            [sys.executable, "-m", "pedigree"], env={**environment, "PATH": ""}, stderr=subprocess.PIPE, text=True
        )
        self.assertEqual(run.returncode, 2)
        self.assertIn("install a wheel that carries it", run.stderr)


if __name__ == "__main__":
    unittest.main()
