"""The callback under the real trainers, with a model of a few thousand random weights."""

import importlib.util
import os
import unittest
import warnings

import pedigree
from test_record import Folder

WANTED = ("torch", "transformers", "trl", "datasets")
MISSING = [name for name in WANTED if importlib.util.find_spec(name) is None]


@unittest.skipIf(MISSING, f"not installed: {', '.join(MISSING)}")
class Trainers(Folder):
    @classmethod
    def setUpClass(cls):
        os.environ["HF_HUB_OFFLINE"] = "1"
        # What the libraries warn of is theirs.
        quiet = warnings.catch_warnings()
        quiet.__enter__()
        cls.addClassCleanup(quiet.__exit__, None, None, None)
        warnings.simplefilter("ignore")
        import datasets
        import tokenizers
        import transformers

        words = {word: number for number, word in enumerate(["<pad>", "<eos>", "a", "b", "c"])}
        raw = tokenizers.Tokenizer(tokenizers.models.WordLevel(words, unk_token="<pad>"))
        raw.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
        cls.tokenizer = transformers.PreTrainedTokenizerFast(
            tokenizer_object=raw, pad_token="<pad>", eos_token="<eos>", unk_token="<pad>"
        )
        cls.data = datasets.Dataset.from_dict({"text": ["a b c a", "b c a b"] * 2})

    def model(self):
        import transformers

        config = transformers.GPT2Config(vocab_size=5, n_positions=16, n_embd=8, n_layer=1, n_head=1)
        model = transformers.GPT2LMHeadModel(config)
        model.config._name_or_path = "acme/tiny"
        return model

    def options(self):
        return dict(
            output_dir=str(self.folder), max_steps=1, per_device_train_batch_size=2, report_to=[], use_cpu=True,
            save_strategy="no", hub_model_id="acme/tiny-tuned",
        )

    def test_trainer(self):
        import transformers

        tokens = self.data.map(lambda row: self.tokenizer(row["text"]), remove_columns=["text"])
        trainer = transformers.Trainer(
            model=self.model(), args=transformers.TrainingArguments(**self.options()), train_dataset=tokens,
            data_collator=transformers.DataCollatorForLanguageModeling(self.tokenizer, mlm=False),
            callbacks=[pedigree.TrainerCallback(pedigree.data("acme/words"))],
        )
        trainer.train()
        self.check_text()

    def test_trl(self):
        import trl

        trainer = trl.SFTTrainer(
            model=self.model(), args=trl.SFTConfig(**self.options(), max_length=8), train_dataset=self.data,
            processing_class=self.tokenizer, callbacks=[pedigree.TrainerCallback(pedigree.data("acme/words"))],
        )
        trainer.train()
        self.check_text()

    def check_text(self):
        self.assertEqual(
            self.text,
            "pedigree: 1\nmodel:\n  name: acme/tiny-tuned\nsources:\n"
            "  - model: acme/tiny\n    relation: finetune\n"
            "  - dataset: acme/words\n    relation: trained-on\n",
        )


if __name__ == "__main__":
    unittest.main()
