-- The tables of somebody else's program that the shipped mapping reads, and a few masters.
create table ptype (
    typeid varchar(50),
    parid varchar(50),
    sonnum int,
    deleted int,
    usercode varchar(50),
    fullname varchar(80),
    standard varchar(50),
    area varchar(50),
    unit1 varchar(10),
    permitno varchar(50),
    ss_dm varchar(50),
    preprice1 decimal(18, 4),
    preprice2 decimal(18, 4),
    preprice3 decimal(18, 4),
    preprice4 decimal(18, 4)
);
create table btype (
    typeid varchar(50),
    sonnum int,
    deleted int,
    usercode varchar(50),
    fullname varchar(80),
    artotal00 decimal(18, 4),
    aptotal00 decimal(18, 4)
);
create table employee (
    typeid varchar(50),
    sonnum int,
    deleted int,
    usercode varchar(50),
    fullname varchar(80)
);
create table stock (
    typeid varchar(50),
    sonnum int,
    usercode varchar(50),
    fullname varchar(80)
);
create table vbillindex_query (
    billid bigint,
    billdate timestamp,
    billcode varchar(50),
    billtype int,
    btypeid varchar(50),
    etypeid varchar(50),
    ktypeid varchar(50),
    draft int,
    redword int,
    moneydate timestamp
);
create table atype (
    typeid varchar(50),
    sonnum int,
    deleted int,
    usercode varchar(50),
    fullname varchar(80),
    ttl00 decimal(18, 4)
);
create table dlya (
    vchcode bigint,
    dlyorder bigint,
    atypeid varchar(50),
    btypeid varchar(50),
    total decimal(18, 4)
);
create table gatheringdly (
    gatheringvchcode bigint,
    vchcode bigint,
    total decimal(18, 4)
);
create table vinoutstocktable (
    billid bigint,
    ord bigint,
    ptypeid varchar(50),
    ktypeid varchar(50),
    qty decimal(18, 4),
    total decimal(18, 4),
    discounttotal decimal(18, 4),
    taxtotal decimal(18, 4),
    costtotal decimal(18, 4),
    ordercode bigint,
    orderdlycode bigint,
    blockno varchar(50),
    prodate timestamp,
    validityperiod timestamp
);
create table dlyndxorder (
    vchcode bigint,
    date timestamp,
    number varchar(50),
    vchtype int,
    btypeid varchar(50),
    etypeid varchar(50),
    ktypeid varchar(50),
    orderover int
);
create table bakdlyorder (
    vchcode bigint,
    dlyorder bigint,
    ptypeid varchar(50),
    qty decimal(18, 4),
    toqty decimal(18, 4),
    total decimal(18, 4),
    discounttotal decimal(18, 4),
    taxtotal decimal(18, 4)
);
create table vretailbillindex (
    billid bigint,
    billdate timestamp,
    billcode varchar(50),
    billtype int,
    etypeid varchar(50),
    ktypeid varchar(50),
    draft int
);
create table vretailbill (
    billid bigint,
    ord bigint,
    ptypeid varchar(50),
    qty decimal(18, 4),
    total decimal(18, 4),
    discounttotal decimal(18, 4),
    taxtotal decimal(18, 4),
    costtotal decimal(18, 4),
    blockno varchar(50),
    prodate timestamp,
    validityperiod timestamp
);
create table goodsstocks (
    ptypeid varchar(50),
    ktypeid varchar(50),
    qty decimal(18, 4),
    total decimal(18, 4),
    blockno varchar(50),
    prodate timestamp,
    validityperiod timestamp
);
create table inigoodsstocks (
    ptypeid varchar(50),
    ktypeid varchar(50),
    qty decimal(18, 4),
    total decimal(18, 4),
    blockno varchar(50),
    prodate timestamp,
    validityperiod timestamp
);
insert into ptype values ('00000', '', 2, 0, '', '', '', '', '', '', '', 0, 0, 0, 0);
insert into ptype values ('00001', '00000', 2, 0, 'L1', '药品', '', '', '', '', '', 0, 0, 0, 0);
insert into ptype
values ('0000100001', '00001', 9, 0, 'L11', '感冒药', '', '', '', '', '', 0, 0, 0, 0);
insert into btype values ('00000', 3, 0, '', '', 0, 0);
insert into btype values ('00001', 0, 0, 'V1', '供货商', 0, 800.25);
insert into btype values ('00002', 0, 0, 'C1', '客户一', 1200.5, 0);
insert into btype values ('00003', 0, 1, 'C2', '客户二', -30, 12.5);
insert into employee values ('00001', 0, 0, 'E1', '王五');
insert into stock values ('00001', 0, 'S1', '一号店');
insert into stock values ('00002', 0, 'S2', '二号店');
insert into atype values ('00001', 5, 0, '', '资产', 99);
insert into atype values ('0000100001', 0, 0, '', '库存商品', 0);
insert into atype values ('0000100003', 0, 0, '', '现金', 5000);
insert into atype values ('0000100004', 1, 0, '', '银行', 0);
insert into atype values ('000010000400001', 0, 0, '01', '工行', 12000.75);
insert into atype values ('0000100005', 0, 0, '', '应收', 0);
insert into atype values ('0000200001', 0, 0, '', '应付', 0);
insert into atype values ('0000200004', 0, 0, '', '应交税', 340);
insert into atype values ('0000300001', 0, 0, '', '收入', 0);
insert into atype values ('0000400001', 0, 0, '', '成本', 0);
insert into atype values ('0000400002', 0, 1, '02', '运费', 0);
