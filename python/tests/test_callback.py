import types
import unittest

import pedigree
from test_record import Folder


def value(**members):
    return types.SimpleNamespace(**members)


class Callback(Folder):
    """The callback under the calls that `transformers.trainer_callback.CallbackHandler` makes."""

    def train(self, callback, *, model=None, dataset=None, first=True, **options):
        args = value(output_dir=str(self.folder), **options)
        state = value(is_world_process_zero=first)
        loader = value(dataset=dataset)
        for event in ("on_init_end", "on_train_begin", "on_epoch_begin", "on_some_new_event", "on_train_end"):
            result = getattr(callback, event)(args, state, value(), model=model, train_dataloader=loader)
            # A handler takes what is no None for its control.
            self.assertIsNone(result)

    def test_a_fine_tune_names_its_base_and_its_data(self):
        model = value(config=value(_name_or_path="meta-llama/Llama-3.1-8B", _commit_hash="0e9e39f"))
        dataset = value(
            info=value(download_checksums={"hf://datasets/tatsu-lab/alpaca@dce01c9b/data/train.parquet": {}, "x": {}})
        )
        self.train(
            pedigree.TrainerCallback(pedigree.judge("openai/gpt-4o", service="openai-api", day="2024-06-01")),
            model=model,
            dataset=dataset,
            hub_model_id="acme/Llama-Helper",
            teacher_model_name_or_path="meta-llama/Llama-3.1-70B",
        )
        self.assertEqual(
            self.text,
            """pedigree: 1
model:
  name: acme/Llama-Helper
sources:
  - model: meta-llama/Llama-3.1-8B
    relation: finetune
    revision: 0e9e39f
  - dataset: tatsu-lab/alpaca
    relation: trained-on
    revision: dce01c9b
  - model: meta-llama/Llama-3.1-70B
    relation: distilled
  - model: openai/gpt-4o
    relation: preference-by
    service: openai-api
    from: 2024-06-01
    to: 2024-06-01
""",
        )

    def test_an_adapter_is_one(self):
        adapter = value(base_model_name_or_path="mistralai/Mistral-7B-v0.1", revision=None)
        model = value(config=value(_name_or_path="mistralai/Mistral-7B-v0.1"), peft_config={"default": adapter})
        self.train(pedigree.TrainerCallback(), model=model)
        self.assertIn("- model: mistralai/Mistral-7B-v0.1\n    relation: adapter\n", self.text)

    def test_a_training_that_is_resumed_is_recorded_once(self):
        model = value(config=value(_name_or_path="a/b"))
        for _ in range(2):
            self.train(pedigree.TrainerCallback(), model=model)
        self.assertEqual(self.text.count("a/b"), 1)

    def test_a_folder_is_no_name(self):
        model = value(config=value(_name_or_path=str(self.folder)))
        with self.assertWarnsRegex(UserWarning, "give `base=`"):
            self.train(pedigree.TrainerCallback(), model=model)
        self.train(pedigree.TrainerCallback(base="a/b", revision="main"), model=model)
        self.assertIn("- model: a/b\n    relation: finetune\n    revision: main\n", self.text)

    def test_only_the_first_process_writes(self):
        self.train(pedigree.TrainerCallback(base="a/b"), first=False)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_failure_does_not_stop_the_training(self):
        (self.folder / "pedigree.yaml").write_text("pedigree: [\n")
        with self.assertWarnsRegex(UserWarning, "could not record"):
            self.train(pedigree.TrainerCallback(base="a/b"))
        self.assertEqual(self.text, "pedigree: [\n")


if __name__ == "__main__":
    unittest.main()
