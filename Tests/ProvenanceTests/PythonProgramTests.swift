import Obligations
import Provenance
import TestSupport
import Testing

@Suite struct PythonProgramTests {
  /// Everything that a program says is a hint, so the marks are left out.
  private static func said(_ program: String) throws -> [String] {
    let document = try recipe(program, named: "train.py")
    #expect(document.map { $0.type == .python && $0.sources.allSatisfy { $0.certainty == .hinted } } != false)
    return (document?.said ?? []).map { $0.hasSuffix(" ?") ? String($0.dropLast(2)) : $0 }
  }

  @Test(
    arguments: [
      // A list of lines, a call over several of them, and one text.
      (
        ##"[{"cell_type": "code", "source": ["m = AutoModel.from_pretrained(\"acme/base-7b\")\n", "print(m)"]}]"##,
        ["finetune acme/base-7b"]
      ),
      (
        ##"[{"cell_type": "code", "source": ["m = AutoModel.from_pretrained(\n", "  'acme/base-7b',\n", ")"]}]"##,
        ["finetune acme/base-7b"]
      ),
      (
        ##"[{"cell_type": "code", "source": "import x\nd = load_dataset(\"acme/chat\", split=\"train\")"}]"##,
        ["trained-on acme/chat"]
      ),
      (
        ##"[{"cell_type": "code", "source": ["!pip install x"]}, {"cell_type": "code", "source": ["d = load_dataset('acme/chat')"]}]"##,
        ["trained-on acme/chat"]
      ),
      // Comments, docstrings and words about code.
      (
        ##"[{"cell_type": "code", "source": ["# AutoModel.from_pretrained(\"acme/base-7b\")\n", "\"\"\"\nload_dataset('acme/chat')\n\"\"\""]}]"##,
        []
      ),
      (##"[{"cell_type": "markdown", "source": ["AutoModel.from_pretrained(\"acme/base-7b\")"]}]"##, []),
    ] as [(String, [String])])
  func `reads the code of a notebook`(_ cells: String, _ sources: [String]) throws {
    let document = try recipe(
      #"{"cells": \#(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}"#, named: "train.ipynb")
    #expect((document?.said ?? []).map { $0.hasSuffix(" ?") ? String($0.dropLast(2)) : $0 } == sources)
    for source in document?.sources ?? [] {
      #expect(source.location.text.contains(source.id.text), "a place is one of the notebook")
    }
  }

  @Test(arguments: [
    (#"model = AutoModelForCausalLM.from_pretrained("acme/base-7b", revision="v1")"#, ["finetune acme/base-7b@v1"]),
    (
      #"m = AutoModel.from_pretrained(pretrained_model_name_or_path='acme/base-7b')"# + "\n"
        + #"t = AutoTokenizer.from_pretrained("acme/base-7b")"#, ["finetune acme/base-7b"]
    ),
    (#"t = AutoTokenizer.from_pretrained("acme/tokens")"#, ["tokenizer-of acme/tokens"]),
    (#"c = AutoConfig.from_pretrained("acme/base-7b")"#, []),
    (#"teacher = AutoModel.from_pretrained("acme/big-70b")"#, ["distilled acme/big-70b"]),
    (#"self.reward_model = AutoModel.from_pretrained("acme/reward-7b")"#, ["preference-by acme/reward-7b"]),
    (
      #"m = AutoModel.from_pretrained("acme/base-7b"); get_peft_model(m, LoraConfig(r=8))"#, ["adapter acme/base-7b"]
    ),
    (#"m = PeftModel.from_pretrained(base, "acme/lora")"#, ["finetune acme/lora"]),
    (#"m = SentenceTransformer("acme/embed")"#, ["finetune acme/embed"]),
    (#"d = load_dataset("acme/chat", split="train")"#, ["trained-on acme/chat"]),
    (#"d = datasets.load_dataset(path="acme/chat", split="test[:5]")"#, ["evaluated-with acme/chat"]),
    (#"d = load_dataset("json", data_files="x.json")"#, []),
    (
      #"d = concatenate_datasets([load_dataset("acme/a"), load_dataset("acme/b")])"#,
      ["derived-from acme/a", "derived-from acme/b"]
    ),
    (#"llm = LLM(model="acme/chat-7b", tensor_parallel_size=2)"#, ["generated-by acme/chat-7b"]),
    (#"llm = LLM("acme/chat-7b")"#, ["generated-by acme/chat-7b"]),
    (#"r = client.chat.completions.create(messages=m, model="gpt-4o")"#, ["generated-by gpt-4o"]),
    (#"r = OpenAI().messages.create(model="claude-3-opus")"#, ["generated-by claude-3-opus"]),
    (#"r = OpenAI(model_name="gpt-3.5-turbo")("hi") or OpenAI(api_key="a/b")"#, ["generated-by gpt-3.5-turbo"]),
    (
      #"r = requests.post(url, json={"model": "gpt-4o", "messages": [{"role": "user", "model": "x/y"}]})"#,
      ["generated-by gpt-4o"]
    ),
    (#"r = {"model": "acme/base-7b", "size": 7}; load_dataset(r)"#, []),
    (#"r = litellm.completion(model="gpt-4o", messages=[])"#, ["generated-by gpt-4o"]),
    (#"t = TextGeneration(llm=OpenAILLM(model="gpt-4o"))"#, ["generated-by gpt-4o"]),
    (#"t = UltraFeedback(llm=OpenAILLM(model="gpt-4o"))"#, ["preference-by gpt-4o"]),
    (#"s = LoadDataFromHub(name="x", repo_id="acme/seeds")"#, ["derived-from acme/seeds"]),
    (
      "from bespokelabs import curator\nclass Poet(curator.LLM):\n  pass\np = Poet(model_name=\"gpt-4o-mini\")",
      ["generated-by gpt-4o-mini"]
    ),
    (
      #"t = GKDTrainer(model="acme/base-7b", teacher_model="acme/big-70b")"#,
      ["finetune acme/base-7b", "distilled acme/big-70b"]
    ),
    (
      #"t = GRPOTrainer(model=m, reward_funcs=["acme/reward-7b", "length"])"#, ["preference-by acme/reward-7b"]
    ),
    (#"a = ModelConfig(model_name_or_path="acme/base-7b")"#, ["finetune acme/base-7b"]),
  ])
  func `names what a call loads, trains on or generates with`(program: String, expected: [String]) throws {
    #expect(try Self.said(program) == expected)
  }

  @Test(arguments: [
    ("MODEL = 'acme/base-7b'\nm = AutoModel.from_pretrained(MODEL)", ["finetune acme/base-7b"]),
    ("MODEL: str = 'acme/base-7b'\nm = AutoModel.from_pretrained(MODEL)", ["finetune acme/base-7b"]),
    ("class Config:\n  MODEL = 'acme/base-7b'\nm = AutoModel.from_pretrained(Config.MODEL)", ["finetune acme/base-7b"]),
    ("M = 'a/one-7b'\nM = 'a/two-7b'\nm = AutoModel.from_pretrained(M)", []),
    ("M = 'a/one-7b'\nM += 'x'\nm = AutoModel.from_pretrained(M)", []),
    ("M = 'a/one-7b'\nfor M in names:\n  m = AutoModel.from_pretrained(M)", []),
    ("m = AutoModel.from_pretrained(os.getenv('MODEL', 'acme/base-7b'))", ["finetune acme/base-7b"]),
    ("M = os.environ.get('M', 'acme/base-7b')\nm = AutoModel.from_pretrained(M)", ["finetune acme/base-7b"]),
    (
      "config = {'models': {'teacher': 'acme/big-70b', 'size': -1}, 'lr': 1}\nteacher = AutoModel.from_pretrained(config['models']['teacher'])",
      ["distilled acme/big-70b"]
    ),
    ("SETS = ['acme/a', 'acme/b']\nd = load_dataset(SETS)", []),
  ])
  func `follows names that are assigned once`(program: String, expected: [String]) throws {
    #expect(try Self.said(program) == expected)
  }

  @Test(arguments: [
    (#"p.add_argument("--model-name-or-path", type=str, default="acme/base-7b")"#, ["finetune acme/base-7b"]),
    (#"p.add_argument("-m", "--model_name_or_path", default="acme/base-7b")"#, ["finetune acme/base-7b"]),
    (#"p.add_argument("--dataset_name", default="acme/chat")"#, ["trained-on acme/chat"]),
    (#"p.add_argument("--teacher_model", default="acme/big-70b")"#, ["distilled acme/big-70b"]),
    (#"p.add_argument("--model_name_or_path", help="such as acme/base-7b")"#, []),
    (#"p.add_argument("--model_name_or_path", default=None)"#, []),
    (#"p.add_argument("--dataset_name", default="train")"#, []),
    (
      "@dataclass\nclass A:\n  model_name_or_path: Optional[str] = field(default=\"acme/base-7b\", metadata={\"help\": \"x\"})",
      ["finetune acme/base-7b"]
    ),
    ("class A:\n  dataset_name: str = 'acme/chat'\n", ["trained-on acme/chat"]),
    ("class A(BaseModel):\n  reward_model_path: str = Field('acme/reward-7b')\n", ["preference-by acme/reward-7b"]),
  ])
  func `reads the defaults of arguments and fields`(program: String, expected: [String]) throws {
    #expect(try Self.said(program) == expected)
  }

  @Test(arguments: [
    "# AutoModel.from_pretrained('acme/base-7b')",
    "\"\"\"Use it so:\n\nAutoModel.from_pretrained('acme/base-7b')\n\"\"\"",
    "def f():\n  r'''model = AutoModel.from_pretrained(\"acme/base-7b\")'''\n",
    "m = AutoModel.from_pretrained(f'acme/{name}')",
    "m = AutoModel.from_pretrained('acme/' + name)",
    "m = AutoModel.from_pretrained('acme/%s' % name)",
    "m = AutoModel.from_pretrained('acme/{}'.format(name))",
    "m = AutoModel.from_pretrained('acme/one-7b' if x else 'acme/two-7b')",
    "m = AutoModel.from_pretrained(b'acme/base-7b')",
    "m = AutoModel.from_pretrained('./checkpoints/last')",
    "def from_pretrained(path='acme/base-7b'): pass",
    "m = AutoModel.from_pretrained",
    "x = 'load_dataset(\"acme/chat\")'",
    "print(\"AutoModel.from_pretrained('acme/base-7b')\")",
    "m = AutoModel.from_pretrained(",
    "m = AutoModel.from_pretrained('acme/base-7b\n",
  ])
  func `leaves out what is computed, quoted or commented`(program: String) throws {
    let said = try Self.said(program)
    #expect(said.isEmpty || program.hasSuffix("7b\n"), "an open string ends with its line")
  }

  @Test func `a text may stand over several lines and in several strings`() throws {
    let program =
      "m = AutoModel.from_pretrained(  # the base\n    \"acme/\"\n    \"base-7b\",\n    torch_dtype='auto',\n)\n"
    let document = try #require(try recipe(program, named: "a.py"))
    #expect(document.said == ["finetune acme/base-7b ?"])
    let place = try #require(document.sources.first).location
    #expect("\(place.start.line):\(place.start.column)" == "2:5")
  }

  @Test func `what a program pushes is its subject, and a dataset where it trains nothing`() throws {
    let data = try #require(
      try recipe("d = load_dataset('acme/seeds')\nd.push_to_hub('acme/made')\n", named: "a.py"))
    #expect(data.subject?.value == "acme/made")
    #expect(data.subjectKind == .dataset)
    let model = try #require(
      try recipe("t = SFTTrainer(model='acme/base-7b')\nt.model.push_to_hub('acme/tuned-7b')\n", named: "a.py"))
    #expect(model.subject?.value == "acme/tuned-7b")
    #expect(model.subjectKind == .model)
  }

  @Test func `programs are only mentioned, unless they push the release`() throws {
    let program = "m = AutoModel.from_pretrained('acme/base-7b')\nm.push_to_hub('acme/helper-7b')\n"
    let project = try ScratchProject(["train.py": program])
    #expect(try project.read(name: "acme/helper-7b").lineage.edges.map(\.certainty) == [.hinted])
    let other = try ScratchProject(["train.py": "m = AutoModel.from_pretrained('acme/base-7b')\n"])
    #expect(try other.read(name: "acme/helper-7b").lineage.edges.map(\.certainty) == [.mentioned])
  }

  @Test(arguments: [
    "f(", "x=", "a:", "x=f(load_dataset(", "[", "'", "\"\"\"", "\\\n", "f'{", "a.b.c(d=", "{'a': {", "x = y = ",
    "lambda: ",
  ])
  func `hostile programs take time in proportion to their length`(piece: String) throws {
    let growth = Growth(from: 1_000) { count in
      let text = "load_dataset('a/b')\n" + String(repeating: piece, count: count)
      _ = try? recipe(text, named: "a.py")
    }
    #expect(growth.isLinear)
  }
}
