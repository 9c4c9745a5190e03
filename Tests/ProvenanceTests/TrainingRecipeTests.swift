import Obligations
import Provenance
import TestSupport
import Testing

/// One table a tool: a configuration, and what it says. Relations are those of the file's subject.
@Suite struct TrainingRecipeTests {
  private static func check(_ text: String, _ type: DocumentType, _ expected: [String]) throws {
    let document = try #require(try recipe(text))
    #expect(document.type == type)
    #expect(document.said == expected)
  }

  @Test(arguments: [
    (
      "base_model: acme/base-7b\ndatasets:\n  - path: acme/chat\n    type: alpaca\n  - path: ./local.jsonl\n",
      ["finetune acme/base-7b", "trained-on acme/chat"]
    ),
    (
      "base_model: acme/base-7b\nadapter: qlora\nlora_model_dir: acme/first-lora\nmicro_batch_size: 1\n",
      ["adapter acme/base-7b", "continued acme/first-lora"]
    ),
    ("base_model: acme/base-7b\nadapter:\nlora_r: 8\nnum_epochs: 1\n", ["finetune acme/base-7b"]),
    ("base_model: acme/base-7b\nadapter: lora\nrelora: true\nnum_epochs: 1\n", ["finetune acme/base-7b"]),
    ("base_model: acme/base-7b\nlora_r: 8\nnum_epochs: 1\n", ["adapter acme/base-7b"]),
    (
      "base_model: acme/base-7b\nrevision_of_model: v2\npretraining_dataset: acme/web\ntest_datasets:\n  - path: acme/held\n",
      ["continued acme/base-7b@v2", "trained-on acme/web", "evaluated-with acme/held"]
    ),
    (
      "base_model: acme/base-7b\ntokenizer_config: acme/tokens\nsequence_len: 10\ndatasets:\n  - path: json\n    data_files: a.json\n",
      ["finetune acme/base-7b", "tokenizer-of acme/tokens"]
    ),
  ])
  func `axolotl names base, data and adapters`(text: String, expected: [String]) throws {
    try Self.check(text, .axolotl, expected)
  }

  @Test(arguments: [
    (
      "models:\n  - model: a/one-7b\n  - model: a/two-7b+a/lora-7b\nmerge_method: ties\nbase_model: a/one-7b\n",
      ["merge a/one-7b", "merge a/two-7b", "merge a/lora-7b"]
    ),
    (
      "slices:\n  - sources:\n      - { model: a/one-7b@v1, layer_range: [0, 8] }\n      - { model: { model: { path: a/two-7b, revision: main } } }\nmerge_method: slerp\n",
      ["merge a/one-7b@v1", "merge a/two-7b@main"]
    ),
    (
      "base_model: a/one-7b\ngate_mode: hidden\nexperts:\n  - source_model: a/maths-7b\n    positive_prompts: [x]\nshared_experts:\n  - source_model: a/all-7b\n",
      ["merge a/one-7b", "merge a/maths-7b", "merge a/all-7b"]
    ),
    (
      "models:\n  - model: a/one-7b\nmerge_method: linear\ntokenizer_source: model:a/tokens-7b\n",
      ["merge a/one-7b", "tokenizer-of a/tokens-7b"]
    ),
    ("models:\n  - model: a/one-7b\nmerge_method: linear\ntokenizer_source: union\n", ["merge a/one-7b"]),
    (
      "merge_method: passthrough\nmodules:\n  text: { slices: [{ sources: [{ model: a/one-7b }] }] }\n",
      ["merge a/one-7b"]
    ),
    ("genome:\n  models: [a/one-7b, a/two-7b]\n  merge_method: ties\n", ["merge a/one-7b", "merge a/two-7b"]),
    (
      "merge_method: slerp\nbase_model: 'D:\\hub\\models--acme--base-7b\\snapshots\\12ab\\'\nmodels:\n  - model: first_pass\n  - model: helper-7b-v2\n",
      ["merge acme/base-7b@12ab", "merge helper-7b-v2 ?"]
    ),
  ])
  func `mergekit names everything that is merged`(text: String, expected: [String]) throws {
    try Self.check(text, .mergekit, expected)
  }

  @Test func `only the first of several YAML documents is read`() throws {
    let text =
      "merge_method: linear\nmodels:\n  - model: a/one-7b\n---\nmerge_method: linear\nmodels:\n  - model: a/two-7b\n"
    #expect(try recipe(text)?.said == ["merge a/one-7b"])
  }

  private static let llamaFactory = "model_name_or_path: acme/base-7b\nstage: sft\ndo_train: true\n"

  @Test(arguments: [
    (
      llamaFactory + "finetuning_type: full\ndataset: alpaca_en, acme/chat\neval_dataset: held_out\n",
      ["finetune acme/base-7b", "trained-on alpaca_en", "trained-on acme/chat", "evaluated-with held_out"]
    ),
    (
      llamaFactory + "finetuning_type: lora\nadapter_name_or_path: a/x-lora,saves/y\ndataset: alpaca_en\n",
      ["adapter acme/base-7b", "continued a/x-lora", "trained-on alpaca_en"]
    ),
    (
      llamaFactory + "dataset: d\ndataset_dir: REMOTE:acme/sets\nreward_model: acme/reward-7b\n",
      ["adapter acme/base-7b", "preference-by acme/reward-7b", "trained-on d", "trained-on acme/sets ?"]
    ),
    (
      "model_name_or_path: acme/base-7b\nadapter_name_or_path: acme/lora\nexport_dir: out\n",
      ["merge acme/base-7b", "merge acme/lora"]
    ),
    (
      "model_name_or_path: acme/base-7b\nexport_dir: out\nexport_quantization_bit: 4\n", ["quantized acme/base-7b"]
    ),
    ("model_name_or_path: acme/base-7b\ntemplate: x\ninfer_backend: vllm\n", []),
    ("model_name_or_path: acme/base-7b\ndataset_dir: data\neval_dataset: held_out\ndo_predict: true\n", []),
  ])
  func `LLaMA-Factory names base, data and what is merged`(text: String, expected: [String]) throws {
    try Self.check(text, .llamaFactory, expected)
  }

  private static let torchtune = """
    model:
      _component_: torchtune.models.acme3_1.lora_acme3_1_8b
    checkpointer:
      _component_: torchtune.training.FullModelHFCheckpointer

    """

  @Test(arguments: [
    (
      torchtune
        + "  checkpoint_dir: /tmp/Acme-3.1-8B-Chat/\ndataset:\n  _component_: torchtune.datasets.alpaca_dataset\n",
      ["adapter Acme-3.1-8B-Chat", "trained-on tatsu-lab/alpaca"]
    ),
    (
      torchtune
        + "  checkpoint_dir: /tmp/Other-7b\ndataset:\n  - { _component_: torchtune.datasets.chat_dataset, source: a/b }\n",
      ["adapter Other-7b ?", "trained-on a/b"]
    ),
    (
      "# tune download acme/Other-7b --output-dir /tmp/Other-7b\n" + torchtune
        + "  checkpoint_dir: /tmp/Other-7b\ndataset: { _component_: torchtune.datasets.text_dataset, source: json }\n",
      ["adapter acme/Other-7b"]
    ),
    (
      torchtune + """
          checkpoint_dir: ${dir}
        teacher_checkpointer: { checkpoint_dir: /models/Teacher-70b }
        dataset: { _component_: torchtune.datasets.chat_dataset, source: a/b, split: "train[:90%]" }
        dataset_val: { _component_: torchtune.datasets.chat_dataset, source: a/b, split: "train[90%:]" }

        """, ["distilled Teacher-70b ?", "trained-on a/b"]
    ),
    (torchtune + "  checkpoint_dir: /tmp/Other-7b\nmax_new_tokens: 300\nprompt: { user: hi }\n", []),
  ])
  func `torchtune names checkpoints by their folders and data by its builders`(text: String, expected: [String]) throws
  {
    try Self.check(text, .torchtune, expected)
  }

  private static let trl = "model_name_or_path: acme/base-7b\nlearning_rate: 1.0e-5\n"

  @Test(arguments: [
    (
      trl
        + "model_revision: v1\ndataset_mixer: { acme/chat: 1.0, acme/code: 0.5 }\ndataset_eval_mixer: { acme/held: 1.0 }\n",
      ["finetune acme/base-7b@v1", "trained-on acme/chat", "trained-on acme/code", "evaluated-with acme/held"]
    ),
    (
      trl + "dataset_mixer_list: [acme/chat, 1.0, acme/code, '500']\nuse_peft: true\n",
      ["adapter acme/base-7b", "trained-on acme/chat", "trained-on acme/code"]
    ),
    (
      trl
        + "dataset_mixture:\n  datasets:\n    - { id: acme/chat, split: train }\n    - { id: acme/chat, split: test }\n",
      ["finetune acme/base-7b", "trained-on acme/chat"]
    ),
    (
      trl + "dataset_name: acme/chat\nteacher_model_name_or_path: acme/big-70b\nreward_model_path: acme/reward-7b\n",
      [
        "finetune acme/base-7b", "distilled acme/big-70b", "preference-by acme/reward-7b", "trained-on acme/chat",
      ]
    ),
    (
      trl + "reward_funcs: [accuracy, acme/scorer-1b]\njudge: pair_rm\n",
      ["finetune acme/base-7b", "preference-by acme/scorer-1b", "preference-by llm-blender/PairRM"]
    ),
    (
      trl + "tokenizer_name: acme/base-7b\ndatasets:\n  - path: acme/chat\n    name: en\n",
      ["finetune acme/base-7b", "trained-on acme/chat"]
    ),
    (trl + "tokenizer_name: acme/tokens\n", ["finetune acme/base-7b", "tokenizer-of acme/tokens"]),
    (
      "model_name_or_path: acme/base-7b\ndataset_name: acme/chat\nnum_generations: 4\n",
      ["generated-by acme/base-7b ?", "derived-from acme/chat"]
    ),
    (
      "model_name_or_path: acme/base-7b\ndataset_name: acme/chat\n",
      ["finetune acme/base-7b ?", "trained-on acme/chat ?"]
    ),
  ])
  func `TRL and its relatives name base, data, teachers and judges`(text: String, expected: [String]) throws {
    try Self.check(text, .trl, expected)
  }

  private static let nemo = "trainer: { devices: 8 }\nexp_manager: { name: x }\n"

  @Test(arguments: [
    (
      nemo
        + "model:\n  restore_from_path: /models/acme-base-7b.nemo\n  optim: { lr: 1 }\n  peft: { peft_scheme: lora }\n",
      DocumentType.nemo, ["adapter acme-base-7b ?"]
    ),
    (
      nemo
        + "model:\n  restore_from_path: ???\n  data:\n    train_ds: { file_path: acme/chat, hf_dataset: true }\n    validation_ds: { file_path: /data/v.jsonl }\n  tokenizer: { library: huggingface, type: acme/tokens }\n",
      .nemo, ["tokenizer-of acme/tokens", "trained-on acme/chat"]
    ),
    (nemo + "gpt_model_file: null\nmodel: {}\n", .nemo, []),
    (
      "grpo: {}\npolicy: { model_name: acme/base-7b }\nteacher: { model_name: acme/big-70b }\ndata: { dataset_name: acme/maths }\n",
      .nemo, ["finetune acme/base-7b", "distilled acme/big-70b", "trained-on acme/maths"]
    ),
    (
      "step_scheduler: {}\nmodel: { pretrained_model_name_or_path: acme/base-7b }\npeft: { dim: 8 }\ndataset: { dataset_name: acme/chat }\n",
      .nemo, ["adapter acme/base-7b", "trained-on acme/chat"]
    ),
    (
      "actor_rollout_ref:\n  model: { path: acme/base-7b, lora_rank: 32 }\nreward_model: { enable: true, model: { path: acme/reward-7b } }\ndata: { train_files: ~/data/x.parquet }\n",
      .verl, ["adapter acme/base-7b", "preference-by acme/reward-7b"]
    ),
    (
      "actor_rollout_ref:\n  model: { path: ~/models/acme-base-7b }\nreward_model: { enable: false, model: { path: acme/reward-7b } }\n",
      .verl, ["finetune acme-base-7b ?"]
    ),
    (
      "model: { partial_pretrain: acme/base-7b, lora_rank: 0 }\ndata: { train_files: '${files}' }\n", .verl,
      ["finetune acme/base-7b"]
    ),
    (
      "distillation: { enabled: true, teacher_model: { model_path: acme/big-70b } }\nactor_rollout_ref: { model: { path: acme/base-7b } }\n",
      .verl, ["finetune acme/base-7b", "distilled acme/big-70b"]
    ),
  ])
  func `NeMo and verl name checkpoints, rewards and teachers`(
    text: String, type: DocumentType, expected: [String]
  ) throws {
    try Self.check(text, type, expected)
  }

  @Test(arguments: [
    (
      "model: { model_name: acme/base-7b }\ndata:\n  train: { datasets: [{ dataset_name: acme/chat }, { dataset_name: text_sft, dataset_path: x.jsonl }] }\n  validation: { datasets: [{ dataset_name: acme/held }] }\ntraining: { trainer_type: TRL_SFT, use_peft: true }\n",
      ["adapter acme/base-7b", "trained-on acme/chat", "evaluated-with acme/held"]
    ),
    (
      "model: { model_name: acme/base-7b }\ntraining: { trainer_type: TRL_GKD, gkd: { teacher_model_name_or_path: acme/big-70b } }\n",
      ["finetune acme/base-7b", "distilled acme/big-70b"]
    ),
    ("model: { model_name: acme/base-7b }\nmethod: awq_q4_0\noutput_path: out\n", ["quantized acme/base-7b"]),
    (
      "strategy_params: { input_data: [{ path: 'hf:acme/seeds' }, { path: local.jsonl }] }\ninference_config: { model: { model_name: gpt-4o } }\n",
      ["generated-by gpt-4o", "derived-from acme/seeds"]
    ),
    (
      "judge_params: { prompt_template: x }\ninference_config: { model: { model_name: gpt-4o } }\n",
      ["preference-by gpt-4o ?"]
    ),
    (
      "resources: { cloud: gcp }\nsetup: |\n  hf download acme/base-7b\nrun: |\n  oumi train -c recipe.yaml\n",
      ["finetune acme/base-7b"]
    ),
  ])
  func `Oumi names what it trains, quantizes, generates and judges with`(text: String, expected: [String]) throws {
    try Self.check(text, .oumi, expected)
  }

  @Test(arguments: [
    "model: { model_name: acme/base-7b }\ngeneration: { max_new_tokens: 8 }\nengine: NATIVE\nmethod:\n",
    "model: { model_name: acme/base-7b }\ntasks: [{ task_name: mmlu }]\n",
  ])
  func `Oumi's configurations of inference and evaluation are none of ours`(text: String) throws {
    #expect(try recipe(text) == nil)
  }

  @Test(arguments: [
    (
      "task: llm-sft\nbase_model: acme/base-7b\nproject_name: run\ndata: { path: acme/chat, train_split: train }\n",
      ["finetune acme/base-7b", "trained-on acme/chat"]
    ),
    (
      "base_model: acme/base-7b\nproject_name: run\ndata: { path: acme/chat }\nparams: { peft: true }\n",
      ["adapter acme/base-7b", "trained-on acme/chat"]
    ),
    (
      #"{"model": "acme/base-7b", "project_name": "run", "data_path": "acme/chat", "peft": true, "merge_adapter": true}"#,
      ["finetune acme/base-7b", "trained-on acme/chat"]
    ),
  ])
  func `AutoTrain names what it trains, and on what`(text: String, expected: [String]) throws {
    try Self.check(text, .autoTrain, expected)
  }

  @Test func `DistillKit names student, teacher and data`() throws {
    try Self.check(
      "model: acme/small-1b\nteacher: { kind: hf, path: acme/big-70b }\ndataset: { train_dataset: { repo_id: acme/chat, revision: v1 }, eval_dataset: { repo_id: acme/held } }\n",
      .distillKit,
      ["finetune acme/small-1b", "distilled acme/big-70b", "trained-on acme/chat@v1", "evaluated-with acme/held"])
    try Self.check(
      "models: { teacher: acme/big-70b, student: acme/small-1b }\ndataset: { name: acme/chat }\n", .distillKit,
      ["finetune acme/small-1b", "distilled acme/big-70b", "trained-on acme/chat"])
  }

  @Test(arguments: [
    (
      "model: acme/small-1b\nteacher: { kind: dataset }\ndataset: { train_dataset: { repo_id: acme/logits } }\n",
      Relation.distilled
    ),
    ("base_model: acme/base-7b\nkd_trainer: true\nnum_epochs: 1\n", .distilled),
    (trl + "judge: openai\n", .preferenceBy),
    (nemo + "model: { optim: {}, knowledge_distillation: { kd_loss: fwd_kl } }\n", .distilled),
  ])
  func `says that there is a teacher or judge where a recipe has one without a name`(
    text: String, relation: Relation
  ) throws {
    #expect(try recipe(text)?.unnamed.map(\.relation) == [relation])
  }

  @Test func `distilabel names generators, judges and upstream data of the dataset that it pushes`() throws {
    let text = """
      distilabel: { version: 1.0.0 }
      pipeline:
        steps:
          - step: { repo_id: acme/seeds, type_info: { module: distilabel.steps.generators.huggingface, name: LoadDataFromHub } }
          - step:
              llm: { model: gpt-4o, type_info: { module: distilabel.models.llms.openai, name: OpenAILLM } }
              type_info: { module: distilabel.steps.tasks.text_generation, name: TextGeneration }
          - step:
              llm:
                proposers_llms:
                  - { model_id: acme/chat-7b, type_info: { module: distilabel.models.llms.huggingface, name: InferenceEndpointsLLM } }
                type_info: { module: distilabel.models.llms.moa, name: MixtureOfAgentsLLM }
              type_info: { module: distilabel.steps.tasks.text_generation, name: TextGeneration }
          - step:
              llm: { model: acme/judge-70b, type_info: { module: distilabel.models.llms.vllm, name: vLLM } }
              type_info: { module: distilabel.steps.tasks.ultrafeedback, name: UltraFeedback }
          - step: { model: acme/ranker, type_info: { module: distilabel.steps.tasks.pair_rm, name: PairRM } }
          - step: { repo_id: acme/made-data, type_info: { module: distilabel.steps.globals.huggingface, name: PushToHub } }

      """
    try Self.check(
      text, .distilabel,
      [
        "derived-from acme/seeds", "generated-by gpt-4o", "generated-by acme/chat-7b", "preference-by acme/judge-70b",
        "preference-by acme/ranker",
      ])
    let document = try #require(try recipe(text))
    #expect(document.subject?.value == "acme/made-data")
    #expect(document.subjectKind == .dataset)
  }

  @Test func `DataDreamer names the models and datasets of each step`() throws {
    let text = """
      {"data_card": {"Load": {"Dataset Name": ["acme/seeds"], "License Information": ["mit"]},
       "Ask": {"Date & Time": "x", "Model Name": ["gpt-4"], "Model Card": ["https://example.org"]}}}
      """
    let document = try #require(try recipe(text, named: "datadreamer.json"))
    #expect(document.type == .dataDreamer)
    #expect(document.said == ["derived-from acme/seeds", "generated-by gpt-4"])
  }

  @Test(arguments: [
    "apiVersion: v1\nkind: Deployment\nspec: { template: { spec: { containers: [{ name: x, image: y }] } } }\n",
    "on: push\njobs: { build: { steps: [{ run: oumi train }] } }\n",
    "services: { web: { image: x, environment: { model_name: y } } }\n",
    "name: env\ndependencies: [python=3.11, pip: [torchtune.x]]\n",
    "openapi: 3.0.0\npaths: {}\ncomponents: { schemas: { Job: { properties: { base_model: { type: string } } } } }\n",
    "license: mit\nbase_model: acme/base-7b\ndatasets: [acme/chat]\n",
    "policy: { rules: [a] }\ntemplate: x\nteacher: { name: y }\n",
    "compute_environment: LOCAL_MACHINE\nnum_processes: 8\n",
    "model_name_or_path: acme/base-7b\ntasks: [mmlu]\n",
    "- base_model: acme/base-7b\n- merge_method: linear\n",
  ])
  func `takes no other tool's file for a recipe`(text: String) throws {
    #expect(try recipe(text) == nil)
  }

  @Test(arguments: [
    ("hub_model_id: acme/helper-7b\n", "acme/helper-7b", true), ("hub_model_id: helper-7b\n", "helper-7b", true),
    ("hub_model_id: experiments\n", nil, true), ("hub_model_id: your-org/model\n", nil, true),
    ("hf_entity: acme\nhf_repo_id: helper\n", "acme/helper", true),
    ("output_dir: /tmp/out/helper-7b/\n", "helper-7b", false), ("output_dir: out/checkpoint-500\n", nil, true),
    ("output_dir: ${run}/helper-7b\n", nil, true), ("hub_model_id:\noutput_dir: out/helper-7b\n", "helper-7b", false),
  ])
  func `a recipe's subject is where it pushes, else a folder that is plainly called after a model`(
    keys: String, subject: String?, isSure: Bool
  ) throws {
    let document = try #require(try recipe(Self.trl + keys))
    #expect(document.subject?.value == subject)
    #expect(document.isSubjectSure == isSure)
  }

  @Test func `a name that a list gives has its own place`() throws {
    let document = try recipe(
      "model_name_or_path: a/b\nstage: sft\ndataset: 'one, acme/two'\nfinetuning_type: full\n")
    let places = try #require(document).sources.map {
      "\($0.location.start.line):\($0.location.start.column) \($0.location.text)"
    }
    #expect(places == ["1:21 a/b", "3:11 one", "3:16 acme/two"])
  }

  @Test(arguments: [
    "${model.name}", "???", "your-org/your-model", "<model>", "path/to/model", "{model}", "./out/checkpoint-500",
    "outputs/lora-out-1", "saves/sft-2", "None", "''",
  ])
  func `takes no interpolation, template or run's folder for a model`(name: String) throws {
    let text = "base_model: '\(name)'\nmicro_batch_size: 1\ndatasets:\n  - path: acme/chat\n"
    #expect(try recipe(text)?.said == ["trained-on acme/chat"])
  }
}
