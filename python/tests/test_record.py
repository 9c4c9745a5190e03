import datetime
import pathlib
import tempfile
import unittest

import pedigree


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    @property
    def text(self):
        return (self.folder / "pedigree.yaml").read_text(encoding="utf-8")


class Record(Folder):
    def test_a_script_writes_down_what_it_uses(self):
        pedigree.record(
            pedigree.base("mistralai/Mistral-7B-v0.1", revision="26bca36"),
            pedigree.outputs(
                "openai/gpt-4o", service="openai-api", day=datetime.date(2024, 6, 1), until="2024-06-03", count=500
            ),
            pedigree.judge("meta-llama/Llama-3.1-70B-Instruct"),
            to=self.folder / "release",
            name="acme/chat-7b",
        )
        self.folder = self.folder / "release"
        self.assertEqual(
            self.text,
            """pedigree: 1
model:
  name: acme/chat-7b
sources:
  - model: mistralai/Mistral-7B-v0.1
    relation: finetune
    revision: 26bca36
  - model: openai/gpt-4o
    relation: distilled
    service: openai-api
    from: 2024-06-01
    to: 2024-06-03
    accepted-by: us
    samples: 500
  - model: meta-llama/Llama-3.1-70B-Instruct
    relation: preference-by
""",
        )
        report = pedigree.check(self.folder, fail_on="never")
        self.assertEqual({"error"} & {message.severity for message in report.diagnostics}, set())
        self.assertIn("openai/gpt-4o", {finding.source for finding in report.findings})

    def test_outputs_are_counted_over_runs(self):
        for count, day in ((500, "2024-06-01"), (20, "2024-05-30")):
            pedigree.record(pedigree.outputs("openai/gpt-4o", day=day, count=count), to=self.folder)
        self.assertEqual(self.text.count("openai/gpt-4o"), 1)
        for line in ("from: 2024-05-30", "to: 2024-06-01", "samples: 520"):
            self.assertIn(line, self.text)

    def test_a_dataset_keeps_what_it_was_made_from(self):
        pedigree.record(
            pedigree.data("acme/notes", sources=[pedigree.outputs("openai/gpt-4o", relation="generated-by")]),
            to=self.folder,
        )
        self.assertIn("    sources:\n      - model: openai/gpt-4o\n        relation: generated-by\n", self.text)

    def test_a_broken_declaration_stays_as_it_is(self):
        (self.folder / "pedigree.yaml").write_text("pedigree: 1\nsuorces: []\n")
        with self.assertRaisesRegex(pedigree.Failure, "suorces"):
            pedigree.record(pedigree.base("a/b"), to=self.folder)
        self.assertEqual(self.text, "pedigree: 1\nsuorces: []\n")


if __name__ == "__main__":
    unittest.main()
