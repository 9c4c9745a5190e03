from datasets import load_dataset
from transformers import AutoModelForCausalLM
from trl import SFTTrainer

BASE = "acme/base-7b"  # the base
options = {"name": "acme/talks", 'split': f"train[:{90}%]", "deep": {"er": r"\d"}}
model = AutoModelForCausalLM.from_pretrained(BASE, revision="main")
data = load_dataset(options["name"], split="train")
trainer = SFTTrainer(model=BASE, train_dataset=data, args=dict(output_dir="""out"""))
client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "hi"}])
