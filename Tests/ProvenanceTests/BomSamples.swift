/// One invented bill of materials twice, as JSON and as XML.
enum BomSamples {
  static let json = #"""
    {
      "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
      "metadata": {
        "component": {
          "type": "machine-learning-model", "bom-ref": "helper", "group": "acme", "name": "Helper-8B",
          "purl": "pkg:huggingface/acme/Helper-8B@1a2b3c",
          "licenses": [
            {"license": {"name": "ostrich-2 & more", "url": "https://ostrich.example/2", "acknowledgement": "declared"}},
            {"expression": "Apache-2.0 OR MIT"}
          ],
          "pedigree": {
            "ancestors": [
              {"type": "machine-learning-model", "name": "ostrich/Base-8B", "version": "main",
               "licenses": [{"license": {"name": "ostrich-2"}}],
               "pedigree": {"ancestors": [{"type": "machine-learning-model", "name": "emu/Egg-8B"}]}}
            ],
            "descendants": [{"type": "machine-learning-model", "name": "acme/Helper-8B-GGUF"}],
            "variants": [{"type": "machine-learning-model", "name": "acme/Cousin-8B"}],
            "notes": "a LoRA adapter of it"
          },
          "modelCard": {
            "modelParameters": {
              "datasets": [
                {"ref": "talks"}, {"ref": "letters-data"},
                {"type": "dataset", "name": "Letters", "contents": {"url": "https://huggingface.co/datasets/acme/letters-2"}},
                {"type": "dataset", "name": "acme/exam", "description": "only for evaluation"},
                {"type": "configuration", "name": "acme/settings"}
              ]
            }
          },
          "properties": [{"name": "acme:teacher_model", "value": "gpt-4o, emu/Big-70B"}],
          "tags": ["distillation", "dataset:acme/tagged"]
        }
      },
      "components": [
        {"type": "data", "bom-ref": "talks", "name": "acme/talks",
         "licenses": [{"license": {"id": "CC-BY-4.0"}}],
         "pedigree": {"ancestors": [{"type": "machine-learning-model", "name": "gpt-4o"}]}},
        {"type": "application", "name": "archive", "components": [
          {"type": "data", "name": "acme/archive", "data": [
            {"type": "dataset", "bom-ref": "letters-data", "name": "acme/letters-1"},
            {"type": "dataset", "name": "acme/postcards"}
          ]}
        ]},
        {"type": "machine-learning-model", "bom-ref": "judge", "name": "emu/Judge"},
        {"type": "library", "bom-ref": "torch", "name": "torch"}
      ],
      "dependencies": [
        {"ref": "helper", "dependsOn": ["talks", "judge", "torch"]}
      ],
      "formulation": [{
        "workflows": [{
          "bom-ref": "w", "uid": "w", "taskTypes": ["build"],
          "inputs": [{"resource": {"ref": "talks"}},
                     {"resource": {"externalReference": {"type": "distribution", "url": "https://huggingface.co/emu/Seed-1B/tree/v2"}}}],
          "outputs": [{"resource": {"ref": "judge"}}]
        }]
      }]
    }
    """#

  static let xml = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <c:bom xmlns:c="http://cyclonedx.org/schema/bom/1.6" xmlns:other='https://other.example/?a=1&amp;b=2' version="1">
      <!-- <c:component type="machine-learning-model"><c:name>not/this</c:name></c:component> -->
      <c:metadata>
        <c:component type="machine-learning-model" bom-ref = "helper">
          <c:group>acme</c:group>
          <c:name>Helper-8B</c:name>
          <c:licenses>
            <c:license acknowledgement="declared">
              <c:name>ostrich-2 &amp; more</c:name><c:url>https://ostrich.example/2</c:url>
            </c:license>
            <c:expression acknowledgement="concluded">Apache-2.0 OR MIT</c:expression>
          </c:licenses>
          <c:purl>pkg:huggingface/acme/Helper-8B@1a2b3c</c:purl>
          <c:pedigree>
            <c:ancestors>
              <c:component type="machine-learning-model">
                <c:name><![CDATA[ostrich/Base-8B]]></c:name><c:version>main</c:version>
                <c:licenses><c:license><c:name>ostrich-2</c:name></c:license></c:licenses>
                <c:pedigree><c:ancestors>
                  <c:component type="machine-learning-model"><c:name>emu/Egg-8B</c:name></c:component>
                </c:ancestors></c:pedigree>
              </c:component>
            </c:ancestors>
            <c:descendants>
              <c:component type="machine-learning-model"><c:name>acme/Helper-8B-GGUF</c:name></c:component>
            </c:descendants>
            <c:variants>
              <c:component type="machine-learning-model"><c:name>acme/Cousin-8B</c:name></c:component>
            </c:variants>
            <c:notes>a LoRA adapter of it</c:notes>
          </c:pedigree>
          <c:modelCard><c:modelParameters>
            <c:datasets>
              <c:ref>talks</c:ref>
              <c:ref>letters-data</c:ref>
              <c:dataset>
                <c:type>dataset</c:type><c:name>Letters</c:name>
                <c:contents><c:url>https://huggingface.co/datasets/acme/letters-2</c:url></c:contents>
              </c:dataset>
              <c:dataset>
                <c:type>dataset</c:type><c:name>acme/exam</c:name><c:description>only for evaluation</c:description>
              </c:dataset>
              <c:dataset><c:type>configuration</c:type><c:name>acme/settings</c:name></c:dataset>
            </c:datasets>
          </c:modelParameters></c:modelCard>
          <c:properties>
            <c:property name="acme:teacher_model">gpt-4o, emu/Big-70B</c:property>
          </c:properties>
          <c:tags><c:tag>distillation</c:tag><c:tag>dataset:acme/tagged</c:tag></c:tags>
        </c:component>
      </c:metadata>
      <c:components>
        <c:component type="data" bom-ref="talks">
          <c:name>acme/talks</c:name>
          <c:licenses><c:license><c:id>CC-BY-4.0</c:id></c:license></c:licenses>
          <c:pedigree><c:ancestors>
            <c:component type="machine-learning-model"><c:name>gpt-4o</c:name></c:component>
          </c:ancestors></c:pedigree>
        </c:component>
        <c:component type="application">
          <c:name>archive</c:name>
          <c:components>
            <c:component type="data">
              <c:name>acme/archive</c:name>
              <c:data bom-ref="letters-data"><c:type>dataset</c:type><c:name>acme/letters-1</c:name></c:data>
              <c:data><c:type>dataset</c:type><c:name>acme/postcards</c:name></c:data>
            </c:component>
          </c:components>
        </c:component>
        <c:component type="machine-learning-model" bom-ref="judge"><c:name>emu/Judge</c:name></c:component>
        <c:component type="library" bom-ref="torch"><c:name>torch</c:name></c:component>
        <other:component type="machine-learning-model"><other:name>not/this</other:name></other:component>
      </c:components>
      <c:dependencies>
        <c:dependency ref="helper">
          <c:dependency ref="talks"/><c:dependency ref="judge"/><c:dependency ref="torch"/>
        </c:dependency>
      </c:dependencies>
      <c:formulation><c:formula><c:workflows>
        <c:workflow bom-ref="w">
          <c:uid>w</c:uid>
          <c:taskTypes><c:taskType>build</c:taskType></c:taskTypes>
          <c:inputs>
            <c:input><c:resource><c:ref>talks</c:ref></c:resource></c:input>
            <c:input><c:resource><c:externalReference type="distribution">
              <c:url>https://huggingface.co/emu/Seed-1B/tree/v2</c:url>
            </c:externalReference></c:resource></c:input>
          </c:inputs>
          <c:outputs><c:output><c:resource><c:ref>judge</c:ref></c:resource></c:output></c:outputs>
        </c:workflow>
      </c:workflows></c:formula></c:formulation>
    </c:bom>
    """#

  /// A bill with the given components, and whatever else.
  static func bill(_ components: String, _ rest: String = "") -> String {
    #"{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [\#(components)]\#(rest)}"#
  }
}
