/// Folds traditional Chinese characters into simplified ones, so that the lexicon has to know one of them.
enum HanFolding {
  /// Characters of legal texts that differ, traditional and simplified in turn.
  private static let pairs = """
    權权許许證证為为條条發发務务該该貢贡獻献託托體体於于應应並并與与據据對对節节實实專专進进這这無无個个類类製制論论書书\
    戶户責责獨独將将則则須须網网請请複复義义間间還还碼码關关標标議议單单學学時时協协規规適适屬属聲声開开調调產产僅仅稱称\
    給给確确內内樣样損损獲获機机檔档後后銷销費费訴诉來来歸归額额術术業业過过償偿軟软訓训練练經经轉转換换錄录釋释創创統统\
    參参語语繼继備备訟讼賠赔終终衝冲執执帶带麼么擔担計计資资報报導导們们閱阅讀读問问組组選选習习數数譯译編编況况電电題题\
    記记納纳準准稅税滿满說说會会處处視视當当風风險险種种護护號号識识別别際际維维試试課课劃划養养獎奖勵励認认細细訪访動动\
    擁拥輯辑訂订詳详鏈链綁绑頭头郵邮蹤踪討讨隨随億亿顯显現现輸输監监絕绝遲迟慣惯負负嚴严喪丧譽誉頓顿擇择衛卫張张結结註注\
    頁页礎础營营連连線线雲云擴扩運运儲储庫库設设購购買买減减遺遗竊窃談谈紹绍濟济絡络違违從从傳传達达遞递變变範范圍围圖图\
    萬万員员團团國国區区華华灣湾東东廠厂廣广場场車车輕轻較较銀银鍵键鑰钥錯错鐘钟長长門门閉闭聞闻陽阳陸陆離离雖虽雙双難难\
    靈灵靜静韓韩響响順顺預预領领頻频願愿顧顾飛飞飾饰驗验驅驱騙骗騷骚擾扰鬥斗點点齊齐齡龄龍龙價价優优債债傷伤偽伪側侧偵侦\
    儀仪兒儿兩两凍冻劇剧剛刚剝剥勝胜勞劳勢势匯汇卻却厭厌啟启嗎吗圓圆塊块壞坏壓压壯壮夠够夾夹奪夺婦妇媽妈嬰婴孫孙寧宁審审\
    寫写寬宽層层屢屡島岛帳账幣币幫帮幹干廢废彈弹彙汇徑径復复徵征恆恒態态慮虑憑凭憲宪懲惩戰战戲戏拋抛採采揚扬揮挥擊击攔拦\
    攜携攝摄敗败敵敌斷断暫暂曆历歷历樂乐樓楼檢检欄栏歐欧殘残毀毁氣气決决沒没洩泄測测漢汉滅灭漸渐潔洁潛潜濫滥熱热爭争爾尔\
    狀状獄狱環环畫画異异療疗盜盗盡尽盤盘眾众礙碍禮礼積积穩稳競竞筆笔簡简簽签籤签糧粮純纯級级絲丝綜综緊紧緩缓締缔縣县縮缩\
    總总績绩織织繪绘續续罰罚罷罢羅罗職职聯联聽听腦脑腳脚膽胆臉脸臨临興兴舉举舊旧藝艺藥药蘇苏虛虚虧亏補补裝装裡里覽览觀观\
    觸触訊讯診诊詐诈評评詞词詢询話话誤误誰谁諒谅謀谋講讲謝谢譜谱讓让豐丰財财貨货販贩貴贵貸贷貿贸賓宾賣卖賬账質质贈赠贊赞\
    趨趋軌轨軍军載载輔辅輪轮辦办辭辞邊边遊游遠远遷迁醫医釐厘針针鎖锁鑒鉴闡阐陣阵陰阴隊队階阶隱隐隸隶雜杂顏颜佔占儘尽祇只
    """

  private static let simplified: [UInt32: [UInt8]] = {
    var table: [UInt32: [UInt8]] = [:]
    var traditional: UInt32?
    for character in pairs.unicodeScalars {
      if let known = traditional {
        table[known] = Array(String(character).utf8)
        traditional = nil
      } else {
        traditional = key(of: Array(String(character).utf8)[...])
      }
    }
    return table
  }()

  /// A character of three bytes as the lexicon has it; nil where it is the same.
  static func simplified(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    bytes.count == 3 ? simplified[key(of: bytes)] : nil
  }

  private static func key(of bytes: some Collection<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }
}
