/// Clauses of our own in the styles of lawyers of several countries, and clauses that say the opposite of what their
/// words alone would say. Each line has the records that a careful reader makes, then the clause; `!` stands before a
/// record that nobody may make of it.
enum Paraphrases {
  static let styles = Self.rows(
    """
    may/use | The Licensee shall be entitled to operate the Programme on any number of computers.
    may/use | Subject to the terms hereof, the Owner hereby confers upon the User a non-exclusive right to use \
    the Corpus.
    may/use | Anyone is free to run this model.
    may/use | The right of use granted hereunder comprises the loading, displaying and running of the Software.
    may/use;may/modify;may/distribute | Go ahead and use, change and share these weights.
    may/use | Access to and use of the Data Set are open to everybody.
    may/use | 被许可方有权在全球范围内使用本软件。
    may/modify | The User may alter, translate and rework the Model.
    may/modify | Fine-tuning of the Checkpoints by the Licensee is permitted.
    may/modify | You're allowed to build on our model and adapt it to your needs.
    may/modify | The Licensee is granted the right to prepare derivative works.
    may/modify;may/distribute | 您可以修改并分发本模型。
    may/distribute | The Software may be passed on to third parties.
    may/distribute | You can give copies of the Dataset to whomever you want.
    may/distribute | The Rightholder authorises the reproduction and communication to the public of the Work.
    may/distribute | Licensees have the right to republish the Data in any medium.
    may/sublicense | The Licensee may grant sublicences to its affiliates.
    may/sublicense | The licence includes the right to sublicense through several tiers.
    may/commercial-use | The Model can be put to commercial use at no charge.
    may/commercial-use | Companies are welcome to use the weights in commercial products.
    may/commercial-use | 本模型可以免费用于商业用途。
    may/patent-grant | Every Contributor grants to You a perpetual, irrevocable patent licence to make and sell \
    the Work.
    may/patent-grant | The licence under clause 2 extends to such patent claims of the Licensor as are \
    necessarily infringed by use of the Model.
    may/own-outputs | As between the parties, title to all Results shall vest in the Customer.
    may/own-outputs | What the model writes for you is yours.
    may/own-outputs | We assert no ownership over anything that you generate with the Service.
    may/own-outputs | 许可方对您使用模型生成的内容不主张任何权利。
    may/own-derivatives | The Licensee shall own all modifications made by it.
    may/own-derivatives | Your fine-tuned models belong to you.
    may/train-on-outputs | Generated data may be used for the training of other models.
    may/train-on-outputs | You may distil this model and use its responses to teach your own.
    must/include-license | Each copy that is passed on must be accompanied by the text of this Licence.
    must/include-license | When redistributing, kindly enclose these licence terms.
    must/include-license | The Licensee undertakes to hand over a copy of the present agreement to every recipient.
    must/include-license | 您必须向所有接收者提供本协议的副本。
    must/retain-notices | Copyright notices contained in the Software shall not be removed or altered.
    must/retain-notices | All proprietary legends must be left intact on every copy.
    must/retain-notices | The Licensee shall preserve the copyright remarks and the disclaimer.
    must/retain-notices | Don't strip out the attribution notices.
    must/retain-notices | 您不得删除任何版权声明。
    must/notice-file | Each distribution shall contain a file called NOTICE with the words "Heron is licensed \
    under the Heron Licence".
    must/notice-file | The following statement must be included in a text file shipped with all copies: "Contains \
    Heron weights".
    must/notice-file | Recipients must receive with each copy a "Notice" text file reading: "Egret Licence, \
    Copyright Egret BV".
    must/give-credit | Users are requested and required to cite the article by Heron et al. in any publication.
    must/give-credit | Publications that make use of the Corpus must acknowledge the University as its source.
    must/give-credit | Appropriate credit to the creators shall be given.
    must/give-credit | The Licensee shall name the Institute as author of the Data.
    must/give-credit | If you use this dataset, you must cite our paper.
    must/give-credit | 使用者应当注明作者姓名。
    must/state-changes | Modified files must be marked as such, with the date of the change.
    must/state-changes | If you alter the Model, say so clearly and describe what you did.
    must/state-changes | The Licensee shall indicate conspicuously that changes have been made.
    must/state-changes | 您应当在修改过的文件中注明您修改了该文件。
    must/display-branding | The words "Powered by Egret" shall be visibly shown on the user interface of each \
    product.
    must/display-branding | Your website must carry the legend "Made with Egret" in a prominent place.
    must/display-branding | Products built upon the Model shall prominently bear the designation "Built on Egret".
    must/display-branding | You shall show "Runs on Egret" on the login screen.
    must/display-branding | 您应在产品界面上显著展示“由白鹭模型驱动”。
    must/name-prefix | Any model derived from the Checkpoints shall carry a name that starts with "Egret".
    must/name-prefix | The Licensee shall include "Egret" at the beginning of the name of each derivative model.
    must/name-prefix | If you train a model on outputs, prefix its name with "Egret-".
    must/name-prefix | Derived models must be called "Egret", followed by a name of your choice.
    must/name-prefix | 您应在衍生模型名称的开头加上“白鹭”。
    must/share-alike | Adaptations shall only be disseminated under the present Licence.
    must/share-alike | Works based on the Corpus must be released under the same terms.
    must/share-alike | If you publish a modified version, you have to place it under this same licence.
    must/share-alike | The Licensee is obliged to license every derivative under identical conditions.
    must/pass-through-restrictions | The Licensee shall impose the restrictions of Annex A on all recipients by \
    contract.
    must/pass-through-restrictions | Your end users must agree to terms that are at least as protective as the \
    use restrictions herein.
    must/pass-through-restrictions | Any agreement by which the Model is passed on shall contain the use-based \
    restrictions of clause 5.
    must/pass-through-restrictions | Users of your product must be bound by the restrictions of this policy.
    must/disclose-source | Whoever distributes the object code shall make the corresponding source code available.
    must/disclose-source | The full source code of modified versions must be published.
    must/disclose-source | If you run a modified version on a server, you must offer its users the source code.
    must/disclose-ai | End users must be informed that they are interacting with an artificial intelligence system.
    must/disclose-ai | Content generated with the Service shall be labelled as machine-generated.
    must/disclose-ai | Tell people clearly that text was produced by AI.
    must/disclose-ai | 用户应当对人工智能生成的内容进行标识。
    must/disclose-training-use | Where outputs served to train another model, the Licensee shall disclose this in \
    the model card.
    must/disclose-training-use | You must state publicly that your model was distilled from ours.
    must/separate-license | Commercial exploitation requires a separate written agreement with the Licensor.
    must/separate-license | Licensees with more than 100 million monthly active users must ask the Licensor for a \
    special licence.
    must/separate-license | For uses in production, please purchase a commercial licence from us.
    must/separate-license | Should annual turnover exceed 5,000,000 dollars, the Licensee shall apply for an \
    enterprise licence.
    must/separate-license | 如果您希望将本模型用于商业用途，您必须向许可方申请商业许可。
    must/separate-license | Enterprises whose products reach 50 million monthly users shall obtain an additional \
    licence before continuing.
    must/update-version | The Licensee shall make reasonable efforts to use the most recent version of the Model.
    must/update-version | Once a new release is available, you must stop using the old one within thirty days.
    must/comply-with-law | The User shall observe all statutory provisions in force.
    must/comply-with-law | Customer's use of the Service must be in accordance with applicable data protection law.
    must/comply-with-law | Licensee shall abide by all export control regulations.
    must/comply-with-law | It is your responsibility to ensure that your use is lawful in your jurisdiction.
    must/comply-with-law | 用户应遵守所有适用的法律法规。
    must/comply-with-policy | Use of the Service is subject to our Acceptable Use Policy.
    must/comply-with-policy | The Customer shall observe the usage guidelines published on the website.
    must/comply-with-policy | You agree to abide by our Community Guidelines.
    must/comply-with-policy | The Heron Use Policy is hereby incorporated by reference and must be followed.
    must/comply-with-policy | 您应遵守我们的使用政策。
    must/register | The Licensee shall notify the Licensor in writing of any infringement of which it becomes aware.
    must/register | Users have to fill in the registration form before downloading.
    must/register | Customer must provide true and complete information when opening an account.
    must/register | Upon request, you shall certify in writing that the copies have been destroyed.
    must/register | You need to fill out the form and share your contact details with us in order to get access.
    must/supervise-users | Customer is liable for acts and omissions of its Authorised Users.
    must/supervise-users | The Licensee shall ensure that its employees respect these conditions.
    must/supervise-users | A human must review each decision before it takes effect.
    must/supervise-users | You must take reasonable measures to prevent misuse by your end users.
    must/supervise-users | 您应确保您的用户遵守本协议。
    must/indemnify | The Licensee shall hold the Licensor free and harmless from all third-party claims.
    must/indemnify | Customer undertakes to indemnify the Supplier against any loss arising out of its breach.
    must/indemnify | You will defend us from claims that your content gives rise to and pay the damages.
    must/indemnify | 您应赔偿许可方因此遭受的一切损失。
    must/grant-back | By posting content, the User gives the Provider a worldwide, royalty-free licence to host \
    and show it.
    must/grant-back | Suggestions that you send us may be used by us without any compensation.
    must/grant-back | All right, title and interest in improvements made by the Licensee shall be transferred to \
    the Licensor.
    must/grant-back | We may use your prompts to improve our models.
    must/grant-back | 您授予我们使用您所提交内容的免费许可。
    must/cease-on-termination | When this Licence ends, the Licensee shall cease all use and destroy its copies.
    must/cease-on-termination | Upon expiry the Customer must return or erase the Materials.
    must/cease-on-termination | After termination you may no longer use the Model and have to delete it.
    must/cease-on-termination | 协议终止后，您必须删除并停止使用本模型。
    must/pay | The Customer owes the remuneration set out in the price list.
    must/pay | Fees fall due fourteen days after receipt of the invoice and shall be paid by bank transfer.
    must/pay | Licensee shall pay royalties of 5% of net sales.
    must/pay | You agree to pay all charges incurred under your plan.
    must/pay | Late payments bear interest at 8 per cent a year.
    must/pay | 用户应按照价格页面支付费用。
    must/keep-confidential | The receiving party shall treat as confidential all information that it receives.
    must/keep-confidential | Customer may not disclose Provider's confidential information to third parties.
    must/keep-confidential | You agree to keep our non-public documentation secret.
    must/secure-account | The User shall keep its access data safe from third parties.
    must/secure-account | API keys must not be shared.
    must/secure-account | You are responsible for everything that happens under your account.
    must/secure-account | Tell us at once if someone uses your account without your permission.
    must/secure-account | 您应妥善保管您的账户和密码。
    must/warrant-inputs | Customer warrants that it holds all rights in the data that it uploads.
    must/warrant-inputs | The User is responsible for having the necessary consents for the content it submits.
    must/warrant-inputs | You may only upload material that you have the right to use.
    must/warrant-inputs | You represent that your inputs do not infringe the rights of others.
    must-not/commercial-use | Any use for commercial ends is excluded.
    must-not/commercial-use | The Data Set is made available for non-commercial purposes only.
    must-not/commercial-use | Use in the course of trade or business is not allowed.
    must-not/commercial-use | You can't make money with this model.
    must-not/commercial-use | Production use is prohibited.
    must-not/commercial-use | The Licensee shall refrain from exploiting the Model commercially.
    must-not/commercial-use | 禁止将本模型用于任何商业目的。
    must-not/commercial-use | Licence is limited to non-commercial use.
    must-not/commercial-use | Selling access to products that incorporate the weights, or deploying them for \
    profit, is not permitted.
    must-not/beyond-research | The Corpus shall be used exclusively for scientific research.
    must-not/beyond-research | The Weights are provided for evaluation purposes only.
    must-not/beyond-research | Use is confined to teaching and academic study.
    must-not/beyond-research | 本数据集仅可用于学术研究。
    must-not/beyond-research | You may not use the Data for any purpose other than research.
    must-not/compete | The Customer shall not employ the Service in order to create a rival offering.
    must-not/compete | It is forbidden to use outputs for the development of models that compete with those of \
    the Provider.
    must-not/compete | You can't use what the model produces to build a competing AI system.
    must-not/compete | Customer will not, directly or indirectly, use the API to develop a similar or competing \
    product.
    must-not/compete | 您不得使用本服务开发与我们竞争的模型。
    must-not/compete | The Licensee undertakes not to use the Model for the purpose of offering services in \
    competition with the Licensor.
    must-not/train-on-outputs | The results generated by the Model shall not be used for the training of any \
    other model.
    must-not/train-on-outputs | Distillation of the Model is forbidden.
    must-not/train-on-outputs | Don't feed our outputs into the training of other AI models.
    must-not/train-on-outputs | You will not use the Materials or any output to improve any other large language \
    model.
    must-not/train-on-outputs | 您不得使用模型的输出来改进任何其他大语言模型。
    must-not/train-on-outputs | Customer shall abstain from employing generated content as training data for \
    machine learning.
    must-not/reverse-engineer | The decompilation of the Software is prohibited save as mandatory law allows.
    must-not/reverse-engineer | You must not try to extract the weights or discover the underlying algorithms.
    must-not/reverse-engineer | The Licensee shall not disassemble the Programme.
    must-not/reverse-engineer | 不得对本软件进行反向工程、反编译。
    must-not/extract-data | Automated extraction of content from the Site is forbidden.
    must-not/extract-data | Users may not crawl, harvest or mine the Platform.
    must-not/extract-data | Do not use spiders or similar programs on our service.
    must-not/extract-data | 禁止使用爬虫抓取本网站的数据。
    must-not/distribute | The Licensee shall not pass the Model on to third parties.
    must-not/distribute | Dissemination of the Corpus, in whole or in part, is prohibited.
    must-not/distribute | Keep the weights to yourself: do not publish or share them.
    must-not/distribute | Making the Data accessible to third parties is not allowed.
    must-not/distribute | 未经许可，不得向任何第三方分发本模型。
    must-not/modify | Alterations of the Work are prohibited.
    must-not/modify | The User must not adapt, translate or otherwise alter the Corpus.
    must-not/modify | No derivatives may be made.
    must-not/modify | 您不得修改本软件。
    must-not/sublicense | The Licensee may not lease, rent or resell the Programme.
    must-not/sublicense | The right of use is non-sublicensable.
    must-not/sublicense | Assignment of this agreement by the Customer without consent is void and not permitted.
    must-not/sublicense | You cannot sell, rent or transfer your account or these rights.
    must-not/sublicense | 您不得出售、出租或转授权本模型。
    must-not/restrict-further | Recipients' rights may not be curtailed by additional terms.
    must-not/restrict-further | The distributor shall not apply technical measures that legally or technically \
    restrict others from what the licence permits.
    must-not/restrict-further | You can't add conditions of your own that limit what others may do under this \
    licence.
    must-not/use-trademark | This Licence confers no right to the Licensor's trade marks.
    must-not/use-trademark | The Customer shall not use the logo of the Provider without its prior written approval.
    must-not/use-trademark | Our names and brands are not licensed to you.
    must-not/use-trademark | 本协议不授予您使用许可方商标的权利。
    must-not/endorse | The Licensee must not suggest that it is endorsed by the University.
    must-not/endorse | Do not imply that we sponsor or approve of your product.
    must-not/endorse | Nothing in this licence may be construed as permission to assert a connection with, or \
    endorsement by, the Author.
    must-not/misrepresent-origin | The origin of the Software must not be misrepresented.
    must-not/misrepresent-origin | It is forbidden to pass off generated text as the work of a human being.
    must-not/misrepresent-origin | You may not claim that outputs were made by a person.
    must-not/circumvent | Technical protection measures must not be bypassed.
    must-not/circumvent | Users shall not evade rate limits or other access controls.
    must-not/circumvent | Don't try to get around our safety systems.
    must-not/circumvent | Removing or defeating watermarks is prohibited.
    must-not/circumvent | 不得绕过或破坏模型的安全机制。
    must-not/restricted-use | The Model must not be used to develop weapons.
    must-not/restricted-use | Use for unlawful surveillance is forbidden.
    must-not/restricted-use | Users shall refrain from generating defamatory content.
    must-not/restricted-use | Don't use our service to spread hate or to bully people.
    must-not/restricted-use | It is prohibited to employ the Model for social scoring.
    must-not/restricted-use | 不得利用本模型危害未成年人。
    must-not/territory | The Service is not available to persons resident in embargoed countries.
    must-not/territory | This licence does not apply in the European Union.
    must-not/territory | Exports to Freedonia or Ruritania are prohibited.
    must-not/territory | 本协议不适用于欧盟境内。
    must-not/eligibility | Only persons of full age may open an account.
    must-not/eligibility | You must be at least 16 years old to use the Service.
    must-not/eligibility | By accepting you warrant that you have authority to bind your employer.
    must-not/eligibility | Minors may not use the Platform.
    must-not/eligibility | The User declares that it does not appear on any list of sanctioned persons.
    must-not/publish-benchmarks | The Customer shall not make public any results of comparative tests of the \
    Service.
    must-not/publish-benchmarks | Benchmarking of the Service is not permitted.
    none/disclaim-warranty | The Software is provided in its current state, without guarantee of any kind.
    none/disclaim-warranty | The Licensor gives no warranty of fitness for a particular purpose.
    none/disclaim-warranty | All implied conditions are excluded to the fullest extent permitted by law.
    none/disclaim-warranty | 本软件按“原样”提供，不作任何保证。
    none/limit-liability | The Licensor's liability is limited to intent and gross negligence.
    none/limit-liability | We are not responsible for any damage that arises from your use of the Model.
    none/limit-liability | The Provider's aggregate liability shall be capped at the fees paid in the preceding \
    year.
    none/limit-liability | 许可方不对任何损失承担责任。
    none/terminate | Either party may terminate this agreement on thirty days' notice.
    none/terminate | The rights under this Licence lapse automatically upon breach of any of its terms.
    none/terminate | We may close your account if you violate these rules.
    none/terminate | 如您违反本协议，许可方有权终止本协议。
    none/terminate-on-litigation | If the Licensee brings a patent action against the Licensor, the licence \
    lapses on the day of filing.
    none/terminate-on-litigation | Your rights end when you sue us or any contributor for patent infringement by \
    the Work.
    none/dispute-resolution | All disputes shall be settled by arbitration in Geneva under the Swiss Rules.
    none/dispute-resolution | The courts of Munich shall have exclusive jurisdiction.
    none/dispute-resolution | You waive the right to take part in a class action.
    none/dispute-resolution | 因本协议产生的争议应提交北京仲裁委员会仲裁。
    none/governing-law | This contract is subject to Swiss law, to the exclusion of the CISG.
    none/governing-law | The laws of Japan govern these Terms.
    none/governing-law | 本协议适用中华人民共和国法律。
    none/change-terms | The Provider reserves the right to amend these conditions.
    none/change-terms | From time to time we will update these Terms and post the new version here.
    none/change-terms | 我们有权随时修改本协议。
    none/survive | Clauses 5 to 9 shall continue to apply after the end of the agreement.
    none/survive | The provisions on liability outlive the termination of this contract and remain in force.
    none/define-derivative | "Derivative Model" means any model that is created by fine-tuning the Model or by \
    training on its Outputs.
    none/define-derivative | "Model Derivatives" are all works based on the Model, including models trained on \
    synthetic data that the Model generated.
    | The Licensor develops and maintains the Model.
    | We are proud to share this model with the research community.
    | "Service" means the platform operated by the Provider.
    | The headings in this agreement are for convenience only.
    | If any provision is invalid, the others remain unaffected.
    | This Agreement constitutes the entire understanding between the parties.
    | The Provider may assign this contract to an affiliate.
    | The Service may be unavailable during maintenance.
    | We may send you notices by e-mail.
    | The Provider will process personal data as described in its privacy notice.
    | The Model was trained on licensed and public data.
    | Neither party is liable for delays caused by force majeure.
    | Customer Data does not include usage statistics.
    | The Provider will back up the data once a day.
    | Results may be inaccurate.
    | Our staff will answer questions within two days.
    | The plan includes 1,000 requests a month.
    | No failure to exercise a right shall be a waiver of it.
    | The parties are independent contractors.
    | We never sell personal data.
    | The Model does not store personal data.
    | The documentation describes how the Model is to be used.
    | Members of the consortium share the cost of hosting.
    | A licence is a legal document.
    | The Provider can modify features of the Service.
    | We work with partners who use the Model in commercial products.
    | Provider is not obliged to correct errors.
    """)

  static let turned = Self.rows(
    """
    none/limit-liability | In no event shall the Authors be liable for any damages.
    !none/limit-liability | The Authors may be held liable for damages caused by the Model.
    !none/limit-liability | Nothing in this Agreement limits the liability of the Supplier.
    !none/limit-liability | The Licensor accepts full liability for any loss that the Software causes.
    !none/disclaim-warranty | The Licensor warrants that the Model will perform as documented.
    may/use;may/modify;must-not/distribute | You may use and modify the Weights, but not distribute them.
    may/use;must-not/distribute | You may run the Model on your own machines but may not share it.
    may/use;must-not/modify | Licensee may use the Checkpoints, but may not fine-tune or otherwise modify them.
    may/distribute;must-not/sublicense | You may distribute copies of the Software but may not sublicense it.
    may/modify;must-not/distribute | We permit you to adapt the corpus, but not to publish the adaptation.
    must-not/sublicense | Licensee may not sublicense the Software.
    must-not/sublicense;!may/sublicense | Sublicensing is not permitted.
    must-not/sublicense;!may/sublicense | The rights granted here may be exercised by you alone and may not be \
    sublicensed to anybody.
    !must/give-credit | You need not give credit to the Authors.
    !must/give-credit | Attribution is appreciated but not required.
    !must/give-credit | You are under no obligation to cite our paper.
    !must/give-credit | No attribution is necessary when you publish results.
    !must/retain-notices | Recipients do not have to retain the copyright notices.
    !must/retain-notices | You may remove the copyright notices from the copies.
    !must/include-license | You are not required to include a copy of this License with the Software.
    !must/include-license | Copies may be passed on without this Licence.
    !must/disclose-source | Distributors need not make the source code available.
    !must/disclose-source | You may distribute object code without disclosing its source.
    !must/state-changes | You do not have to mark the files that you changed.
    !must/state-changes | Modified files may be distributed without stating the changes.
    !must/share-alike | Derivative Works do not have to be licensed under these terms.
    may/sublicense;!must/share-alike | You may license your modifications under terms of your choice.
    must-not/commercial-use;!may/commercial-use | Commercial use of the Model is not allowed.
    must-not/commercial-use;!may/commercial-use | The Dataset may not be used for commercial purposes.
    must-not/commercial-use;!may/commercial-use | Under no circumstances may the Weights be exploited commercially.
    must-not/commercial-use;!may/commercial-use | No commercial rights are granted by this Licence.
    must-not/commercial-use;!may/commercial-use | This permission does not extend to commercial use.
    may/commercial-use;!must-not/commercial-use | Commercial use is permitted.
    may/commercial-use;!must-not/commercial-use | You may use the Model for any purpose, including commercial \
    purposes.
    may/commercial-use;!must-not/commercial-use | The Weights can be used commercially, free of charge.
    may/commercial-use;!must-not/commercial-use | Nothing in this Licence prohibits commercial use, which is \
    expressly allowed.
    must-not/train-on-outputs;!may/train-on-outputs | You may not use Outputs to train other models.
    must-not/train-on-outputs;!may/train-on-outputs | Outputs must never serve to train another language model.
    must-not/train-on-outputs;!may/train-on-outputs | Training of other models on results of the Model is forbidden.
    must-not/train-on-outputs;!may/train-on-outputs | You may use Outputs freely, but not to improve any other \
    large language model.
    may/train-on-outputs;!must-not/train-on-outputs | You may use Outputs to train other models.
    may/train-on-outputs;!must-not/train-on-outputs | We allow you to distill the Model into models of your own.
    may/train-on-outputs;!must-not/train-on-outputs | The use of Outputs for training other AI models is permitted.
    !must-not/compete | Nothing in these Terms impairs your right to develop competing products.
    !must-not/compete | You remain free to build and sell services that compete with ours.
    must-not/compete | You shall not use the Service to develop products that compete with ours.
    !must-not/compete | This Agreement does not restrict either party from offering competing services.
    !must-not/reverse-engineer | We do not restrict reverse engineering of the Software.
    !must-not/reverse-engineer | You may reverse engineer the Software for interoperability.
    must-not/reverse-engineer | Reverse engineering, decompilation and disassembly are prohibited.
    !must-not/reverse-engineer | Your licence for a larger work must permit reverse engineering for debugging \
    such modifications.
    must-not/use-trademark;!may/use | No right to use the name or logo of the Licensor is granted.
    must-not/endorse;!may/use | The names of the Authors may not be used to endorse products derived from the \
    Software.
    must-not/endorse;!must-not/restricted-use | Neither the name of the institute nor those of its staff may be \
    used to promote derived works without prior permission.
    !must-not/use-trademark | You may use our name and logo in your advertising.
    !must/pay | You may use the Software without paying a royalty.
    !must/pay | The Model is licensed free of charge and royalty-free.
    !must/pay | No fee is due for the use of the Dataset.
    must/pay | Licensee shall pay the annual fee within thirty days of the invoice.
    !must/indemnify | You may choose to offer warranty or indemnity to your own recipients for a fee.
    !must/indemnify | You are not obliged to indemnify the Licensor.
    !must/indemnify | No party will be liable to indemnify the other.
    must/indemnify | Customer will indemnify and hold harmless Provider against all claims.
    !must/indemnify | Provider will defend Customer against claims by third parties.
    !must/register | You can download the Model without registering.
    !must/register | Registration is optional.
    must/register | You must register with us before you download the Weights.
    !must/comply-with-law | Provider will comply with all applicable laws.
    must/comply-with-law | User shall comply with all applicable laws when using the Service.
    must-not/distribute;!may/distribute | Redistribution of the Data is prohibited.
    must-not/distribute;!may/distribute | The Weights may not be redistributed.
    must-not/distribute;!may/distribute | This licence is granted without the right to distribute the Model.
    must-not/distribute;!may/distribute | Nobody may publish the Checkpoints.
    must-not/distribute;!may/distribute | You have no right to pass the Model on.
    must-not/distribute;!may/distribute | Neither you nor your affiliates may make the Weights available to third \
    parties.
    may/distribute;!must-not/distribute | Redistribution of the Data is permitted.
    may/distribute;!must-not/distribute | The Weights may be redistributed by anyone.
    may/distribute;!must-not/distribute | There is no restriction on distribution: you may share the Weights with \
    whomever you like.
    must-not/modify;!may/modify | Modification of the Weights is not allowed.
    must-not/modify;!may/modify | You must not create derivative works of the Model.
    must-not/modify;!may/modify | The right to make derivatives is excluded.
    must-not/modify;!may/modify | The Model must be used as it is; no modifications are permitted.
    may/modify;!must-not/modify | Modifications are permitted.
    may/modify;!must-not/modify | You are free to create derivative works of the Model.
    may/modify;!must-not/modify | Nothing stops you from adapting the Model, and you may do so freely.
    must-not/beyond-research;!may/use | You may use the Model only for research purposes.
    must-not/beyond-research;!may/use | Use of the Data is limited to academic research.
    must-not/beyond-research;!may/use | The Corpus may be used for scientific research only.
    !must-not/beyond-research | Use of the Data is not limited to academic research.
    !must-not/beyond-research | You may use the Model for research or for any other purpose.
    !must-not/circumvent | You may disable the safety filters.
    must-not/circumvent | You may not disable or bypass the safety filters of the Model.
    !must-not/publish-benchmarks | You may publish benchmark results of the Service.
    must-not/publish-benchmarks | No benchmark results of the Service may be disclosed without our consent.
    must-not/publish-benchmarks | Customer shall not disclose the results of performance tests of the Service.
    !must-not/extract-data | You may scrape our public pages.
    must-not/extract-data | Scraping of the Service is prohibited.
    must-not/extract-data | No one may use bots or crawlers to collect data from the Site.
    may/own-outputs | You own the Outputs that you generate.
    !may/own-outputs | You do not own the Outputs; all rights in them remain with us.
    !may/own-outputs | Provider owns all Outputs.
    may/own-outputs | Provider claims no rights in the Outputs.
    may/own-derivatives | You own the derivative works that you create.
    !may/own-derivatives;must/grant-back | All modifications that you make shall be the property of the Licensor.
    !must/grant-back | You do not grant us any licence to your content.
    !must/grant-back | We do not use your inputs to train our models.
    must/grant-back | You grant us a licence to use your content.
    must/grant-back | Customer hereby assigns to Provider all rights in the feedback.
    !must/grant-back | You keep your improvements to yourself and owe us no licence to them.
    may/patent-grant | Each Contributor grants you a royalty-free patent licence.
    !may/patent-grant | No patent licence is granted.
    !may/patent-grant | This Licence does not grant any rights under patents of the Licensor.
    !must/cease-on-termination | You may keep your copies after termination.
    must/cease-on-termination | On termination you must delete all copies of the Model.
    !must/disclose-ai | You need not disclose that content was generated by AI.
    must/disclose-ai | You must tell users that they are talking to a machine.
    must/disclose-ai | You shall not publish generated text without disclosing that it is machine-generated.
    !must/name-prefix | You are free to name your derived model as you please.
    must/name-prefix | The name of any derived model must begin with "Heron".
    !must/display-branding | You need not display "Built with Heron".
    must/display-branding | You must prominently display "Built with Heron" on your website.
    !must/separate-license | No separate licence is needed for commercial use.
    must/separate-license | If your revenue exceeds 10 million dollars, you must request a licence from us.
    must/separate-license | Commercial users have to obtain a separate licence from Heron Labs.
    !must/pass-through-restrictions | You need not bind your users to these restrictions.
    must/pass-through-restrictions | You must bind your users to the use restrictions of this Licence.
    !must/supervise-users | You are not responsible for the acts of your users.
    must/supervise-users | You are responsible for the acts of your users.
    must-not/restrict-further | You may not impose further restrictions on recipients.
    !must-not/restrict-further | You may impose additional terms on your own recipients.
    must-not/misrepresent-origin | You may not present the Outputs as written by a human.
    !must-not/misrepresent-origin | You may present the Outputs as your own work.
    must-not/eligibility | The Service may not be used by anyone under 18.
    !must-not/eligibility | Persons of any age may use the Service.
    must-not/territory | The Model may not be used in Freedonia or by its residents.
    must-not/territory | The rights granted under this Agreement do not extend to persons domiciled in the \
    European Union.
    must/keep-confidential | Recipient shall keep the Provider's information secret.
    !must/keep-confidential | Recipient is not obliged to keep the information confidential.
    must/secure-account | You must keep your password secret.
    must/secure-account | Never share your account with anybody.
    must-not/restricted-use | You may not use the Model to harm minors.
    must-not/restricted-use;!may/use | The Model may not be used for military purposes.
    must-not/restricted-use;!may/use | Use of the Service for surveillance is forbidden.
    !must-not/restricted-use | You may use the Model for military purposes.
    none/terminate | This Agreement terminates automatically if you breach it.
    !none/terminate | This Licence is perpetual and does not terminate for any reason.
    none/change-terms | We may change these Terms at any time.
    !none/change-terms | We will never change these Terms for versions already released.
    must-not/commercial-use;!may/use | You may not use the Materials for commercial purposes unless you have \
    obtained a licence to do so.
    may/use;must-not/commercial-use | You may use the Materials, provided that you do not use them commercially.
    may/distribute;must/include-license | You may distribute the Model provided that a copy of this Agreement \
    accompanies it.
    may/distribute;must-not/commercial-use | You may share the Data with others, but never for profit.
    must/give-credit;!must-not/distribute | You may not publish results without citing our paper.
    must-not/distribute;!may/distribute | You agree that you will not hand the Weights to any third party.
    must-not/distribute;!may/distribute | Licensee is not authorised to distribute the Model in any form.
    """)

  struct Row: Sendable {
    let wanted: [String]
    let unwanted: [String]
    let text: String
  }

  static func rows(_ table: String) -> [Row] {
    table.split(separator: "\n").map { line in
      let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let records = parts[0].split(whereSeparator: { $0 == ";" || $0 == " " }).map(String.init)
      return Row(
        wanted: records.filter { !$0.hasPrefix("!") },
        unwanted: records.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) },
        text: String(parts[1].drop { $0 == " " }))
    }
  }
}
